import type { Account } from "./account.ts";
import type { Signer } from "./signing.ts";

const FOLDER = "dashscope-instant";

/** The folder that ties an upload to account and model; it cannot be guessed from either. */
export function uploadOwner(signer: Signer, account: Account["id"], model: string): string {
  return signer.fingerprint(`upload\n${account}\n${model}`);
}

/** `date` as YYYY-MM-DD. */
export function uploadFolder(owner: string, date: string, requestId: string): string {
  return `${FOLDER}/${owner}/${date}/${requestId}`;
}

/** The owner's part of `dashscope-instant/{owner}/{date}/{request id}/{name}`, or undefined for another form. */
export function ownerOfKey(objectKey: string): string | undefined {
  const [folder, owner, , , ...name] = objectKey.split("/");
  return folder === FOLDER && name.length > 0 ? owner : undefined;
}
