import { createHash } from "node:crypto";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import type { OpenEndpoint } from "./endpoint.ts";
import { ownerOfKey } from "./object-key.ts";
import { readBody } from "./read-body.ts";
import { ACCESS_KEY_ID } from "./result-address.ts";
import type { Service } from "./service.ts";
import { ServiceError } from "./service-error.ts";
import { storageError, xmlAnswer } from "./storage-answer.ts";
import { BUCKET, decodeSignedPolicy, MAX_UPLOAD_BYTES, OBJECT_ACL, UPLOAD_PATH } from "./upload-policy.ts";
import { findUpload, insertUpload } from "./upload-store.ts";

/** Room for the fields and the boundaries around the file. */
const FORM_OVERHEAD_BYTES = 64 * 1024;

/** POST of an upload form. It needs no key: the signed policy in it is the permission. Fields after the file do not count. */
export const uploadFile: OpenEndpoint = async ({ service, request, origin, requestId }) => {
  const refuse = (status: number, code: string, message: string) => storageError(status, code, message, requestId);
  const form = await readForm(request);
  if (form === "too large")
    return refuse(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size.");
  if (form === "malformed") {
    return refuse(400, "MalformedPOSTRequest", "The body of your POST request is not well-formed multipart/form-data.");
  }
  const { fields, file } = form;
  if (!file) return refuse(400, "InvalidArgument", "POST requires exactly one file upload per request.");

  const policy = fields.get("policy") ?? "";
  const key = fields.get("key") ?? "";
  if (fields.get("OSSAccessKeyId") !== ACCESS_KEY_ID) {
    return refuse(403, "InvalidAccessKeyId", "The OSS Access Key Id you provided does not exist in our records.");
  }
  if (!service.signer.isSigned(policy, fields.get("Signature") ?? "")) {
    const message = "The request signature we calculated does not match the signature you provided.";
    return refuse(403, "SignatureDoesNotMatch", message);
  }
  const denied = whyDenied(service, policy, key, fields);
  if (denied) return refuse(403, "AccessDenied", `Invalid according to Policy: ${denied}`);
  if (file.size > MAX_UPLOAD_BYTES) {
    return refuse(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size.");
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!(await keep(service, key, bytes))) {
    return refuse(409, "FileAlreadyExists", "The object you specified already exists and can not be overwritten.");
  }
  const md5 = createHash("md5").update(bytes).digest("hex").toUpperCase();
  return accepted(fields.get("success_action_status"), {
    Location: `${origin}${UPLOAD_PATH}`,
    Key: key,
    ETag: `"${md5}"`,
  });
};

/** 204 unless the form asks for 200, or for 201, which alone has a body. */
function accepted(status: string | undefined, object: { Location: string; Key: string; ETag: string }): Response {
  const answer =
    status === "201"
      ? xmlAnswer(201, "PostResponse", { Bucket: BUCKET, ...object })
      : new Response(null, { status: status === "200" ? 200 : 204 });
  answer.headers.set("etag", object.ETag);
  return answer;
}

interface UploadForm {
  fields: Map<string, string>;
  file: File | undefined;
}

async function readForm(request: Request): Promise<UploadForm | "too large" | "malformed"> {
  try {
    const body = await readBody(request, MAX_UPLOAD_BYTES + FORM_OVERHEAD_BYTES);
    const headers = { "content-type": request.headers.get("content-type") ?? "" };
    const fields = new Map<string, string>();
    for (const [name, value] of await new Response(body, { headers }).formData()) {
      if (typeof value !== "string") return { fields, file: name === "file" ? value : undefined };
      fields.set(name, value);
    }
    return { fields, file: undefined };
  } catch (error) {
    return ServiceError.is(error) ? "too large" : "malformed";
  }
}

/** The condition that the form does not meet, in the storage's words. */
function whyDenied(service: Service, policy: string, key: string, fields: Map<string, string>): string | undefined {
  const { expiresAt, keyPrefix } = decodeSignedPolicy(policy);
  if (service.clock.now() >= expiresAt) return "Policy expired.";
  if (!key.startsWith(keyPrefix) || key.length === keyPrefix.length) {
    return `Policy Condition failed: ["starts-with", "$key", "${keyPrefix.slice(0, -1)}"]`;
  }
  if (fields.get("x-oss-object-acl") !== OBJECT_ACL) {
    return `Policy Condition failed: ["eq", "$x-oss-object-acl", "${OBJECT_ACL}"]`;
  }
  if (fields.get("x-oss-forbid-overwrite") !== "true") {
    return 'Policy Condition failed: ["eq", "$x-oss-forbid-overwrite", "true"]';
  }
  return undefined;
}

/** The bytes first, then the row that makes them an upload. False when the key is taken. */
async function keep(service: Service, objectKey: string, bytes: Uint8Array): Promise<boolean> {
  if (await findUpload(service.db, objectKey)) return false;
  const { db, clock, files, ledger, mishaps } = service;
  await files.writeUpload(objectKey, bytes);
  const uploadedAt = clock.now();
  const expiresAt = uploadedAt + (await mishaps.lifetimeMs("upload", LIMITS.uploadLifetimeMs));
  const owner = ownerOfKey(objectKey) ?? "";
  const sizeBytes = bytes.length;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return db.transaction().execute(async (transaction) => {
    const isNew = await insertUpload(transaction, { objectKey, owner, sizeBytes, uploadedAt, expiresAt });
    if (isNew) await ledger.record({ event: "uploaded", objectKey, sizeBytes, sha256 }, transaction);
    return isNew;
  });
}
