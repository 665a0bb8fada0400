import { isOssUrl, ossKey } from "#lib/wanx/contract/input-url.ts";
import { fetchInput } from "./fetch-input.ts";
import { uploadOwner } from "./object-key.ts";
import type { Service } from "./service.ts";
import { ServiceError } from "./service-error.ts";
import type { Task } from "./task-store.ts";
import { findUpload } from "./upload-store.ts";

/** What reading a task's inputs needs of the service. */
export type InputSource = Pick<Service, "db" | "files" | "signer" | "inputFetch">;

/**
 * Bytes of one input of a task. `name` is what the error calls it; the base picture's is `input_image`.
 * Throws `InvalidParameter.FileDownload`; rejects with the signal's reason when that is why.
 */
export async function readInput(
  service: InputSource,
  task: Task,
  name: string,
  address: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  try {
    return isOssUrl(address)
      ? await readUpload(service, task, ossKey(address))
      : await fetchInput(service.inputFetch, address, signal);
  } catch (cause) {
    signal.throwIfAborted();
    throw downloadError(name, cause);
  }
}

/** The service's own sentence, and after it our reason, which it would not give. */
export function downloadError(name: string, cause: unknown): ServiceError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ServiceError("InvalidParameter.FileDownload", `download for ${name} error: ${reason}`, { cause });
}

/** Only the account that uploaded a file, for the model it was uploaded for, within 48 hours; the rest is as good as not there. */
async function readUpload({ db, files, signer }: InputSource, task: Task, objectKey: string): Promise<Uint8Array> {
  const upload = await findUpload(db, objectKey);
  const isOwn = upload?.owner === uploadOwner(signer, task.account, task.model);
  const isFresh = upload !== undefined && task.submittedAt < upload.expiresAt;
  const bytes = isOwn && isFresh ? await files.readUpload(objectKey) : undefined;
  if (!bytes) throw new Error("the upload does not exist, has expired, or belongs to another account or model");
  return bytes;
}
