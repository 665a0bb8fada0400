import { formatBeijingTime } from "#lib/wanx/contract/beijing-time.ts";
import { MODEL_NOT_EXIST } from "#lib/wanx/contract/error-table.ts";
import { MODEL_NAME } from "#lib/wanx/contract/limits.ts";
import type { KeyedEndpoint } from "./endpoint.ts";
import { jsonAnswer } from "./json-answer.ts";
import { uploadFolder, uploadOwner } from "./object-key.ts";
import { ACCESS_KEY_ID } from "./result-address.ts";
import { ServiceError } from "./service-error.ts";
import { STORAGE_PATH } from "./storage-answer.ts";

export const UPLOAD_PATH = `${STORAGE_PATH}oss`;
export const BUCKET = "dashscope-file-mgr";
/** Smaller than the service's 1024 MB: whole uploads are held in memory here. */
export const MAX_UPLOAD_BYTES = 64 * 1024 * 1024;
export const OBJECT_ACL = "private";

const POLICY_SECONDS = 300;

/** GET /uploads?action=getPolicy&model=…: what a form needs to upload a file for that model and account. */
export const uploadPolicy: KeyedEndpoint = async ({ service, limits, url, origin, requestId }, account) => {
  const model = url.searchParams.get("model") ?? "";
  if (url.searchParams.get("action") !== "getPolicy") {
    throw new ServiceError("InvalidParameter", "Invalid value of action: must be getPolicy");
  }
  if (model === "") throw new ServiceError("InvalidParameter", "Field required: model");
  if (model !== MODEL_NAME) throw new ServiceError("InvalidParameter", MODEL_NOT_EXIST);
  limits.policy.take(account.id);

  const now = service.clock.now();
  const owner = uploadOwner(service.signer, account.id, model);
  const uploadDir = uploadFolder(owner, formatBeijingTime(now).slice(0, 10), requestId);
  const lifetimeMs = await service.mishaps.lifetimeMs("policy", POLICY_SECONDS * 1000);
  const policy = encodePolicy({
    expiration: new Date(now + lifetimeMs).toISOString(),
    conditions: [
      ["content-length-range", 0, MAX_UPLOAD_BYTES],
      ["starts-with", "$key", uploadDir],
      { bucket: BUCKET },
      { "x-oss-object-acl": OBJECT_ACL },
      { "x-oss-forbid-overwrite": "true" },
    ],
  });
  return jsonAnswer({
    data: {
      policy,
      signature: service.signer.sign(policy),
      upload_dir: uploadDir,
      upload_host: `${origin}${UPLOAD_PATH}`,
      expire_in_seconds: POLICY_SECONDS,
      max_file_size_mb: MAX_UPLOAD_BYTES / 1024 / 1024,
      capacity_limit_mb: 999_999_999,
      oss_access_key_id: ACCESS_KEY_ID,
      x_oss_object_acl: OBJECT_ACL,
      x_oss_forbid_overwrite: "true",
    },
    request_id: requestId,
  });
};

interface Policy {
  expiration: string;
  conditions: readonly unknown[];
}

function encodePolicy(policy: Policy): string {
  return Buffer.from(JSON.stringify(policy)).toString("base64");
}

/** Only for a policy whose signature is ours: its form is then known. */
export function decodeSignedPolicy(policy: string): { expiresAt: number; keyPrefix: string } {
  const { expiration, conditions } = JSON.parse(Buffer.from(policy, "base64").toString()) as Policy;
  const prefix = conditions.find((each) => Array.isArray(each) && each[1] === "$key") as string[];
  return { expiresAt: Date.parse(expiration), keyPrefix: `${prefix[2]}/` };
}
