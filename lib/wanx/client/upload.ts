import type { ZodType } from "zod";
import { type UploadPolicy, uploadPolicySchema } from "#lib/wanx/contract/answers.ts";
import { ENDPOINTS } from "#lib/wanx/contract/endpoints.ts";
import { MODEL_NAME } from "#lib/wanx/contract/limits.ts";
import type { UploadedFile } from "./client.ts";
import { exchange, type Wire } from "./exchange.ts";

const DEADLINE_MS = 120_000;
const MAX_ANSWER_BYTES = 64 * 1024;

type AskPolicy = <T>(path: string, schema: ZodType<T>) => Promise<T>;

/** Two steps: the service signs a policy for one folder of its storage, and the storage takes a form that carries it. */
export async function uploadFile(
  wire: Wire,
  file: UploadedFile,
  askPolicy: AskPolicy,
  signal?: AbortSignal,
): Promise<{ url: `oss://${string}` }> {
  const query = new URLSearchParams({ action: "getPolicy", model: MODEL_NAME });
  const { data: policy } = await askPolicy(`${ENDPOINTS.uploads}?${query}`, uploadPolicySchema);
  // A slash would be another folder than the policy's.
  const key = `${policy.upload_dir}/${file.fileName.replaceAll(/[/\\]/g, "_")}`;
  const init = { method: "POST", body: uploadForm(policy, key, file) };
  await exchange(wire, policy.upload_host, init, {
    stake: "free",
    deadlineMs: DEADLINE_MS,
    maxBytes: MAX_ANSWER_BYTES,
    signal,
  });
  return { url: `oss://${key}` };
}

/** The storage reads the fields in order and ignores what comes after the file. No API key goes there: the policy is the permission. */
function uploadForm(policy: UploadPolicy, key: string, { bytes, fileName, mediaType }: UploadedFile): FormData {
  const form = new FormData();
  form.set("OSSAccessKeyId", policy.oss_access_key_id);
  form.set("Signature", policy.signature);
  form.set("policy", policy.policy);
  form.set("key", key);
  form.set("x-oss-object-acl", policy.x_oss_object_acl);
  form.set("x-oss-forbid-overwrite", policy.x_oss_forbid_overwrite);
  form.set("success_action_status", "200");
  form.set("file", new Blob([Uint8Array.from(bytes)], { type: mediaType }), fileName);
  return form;
}
