import { randomUUID } from "node:crypto";
import { formatCompactBeijingTime } from "#lib/wanx/contract/beijing-time.ts";
import type { Signer } from "./signing.ts";
import { STORAGE_PATH } from "./storage-answer.ts";

export const RESULTS_PATH = `${STORAGE_PATH}results/`;
/** Stands where a real address names the key that signed it. */
export const ACCESS_KEY_ID = "backlot-sandbox";

/** `{8 hex digits of the account}/{yyyyMMdd}/{HHmmss}_{position}_{uuid}.png`, in Beijing time, as recorded. */
export function newResultPath(account: string, position: number, finishedAt: number): string {
  const time = formatCompactBeijingTime(finishedAt);
  return `${account.slice(0, 8)}/${time.slice(0, 8)}/${time.slice(8)}_${position}_${randomUUID()}.png`;
}

/** Address of a picture, good until the second of `expiresAt`. */
export function resultAddress(signer: Signer, origin: string, path: string, expiresAt: number): string {
  const expires = Math.floor(expiresAt / 1000);
  const query = new URLSearchParams({
    Expires: String(expires),
    OSSAccessKeyId: ACCESS_KEY_ID,
    Signature: signer.sign(textToSign(path, expires)),
  });
  return `${origin}${RESULTS_PATH}${path}?${query}`;
}

export type AddressVerdict = "valid" | "expired" | "forged";

export function judgeAddress(signer: Signer, path: string, query: URLSearchParams, now: number): AddressVerdict {
  const expires = Number(query.get("Expires") ?? Number.NaN);
  const isSigned = signer.isSigned(textToSign(path, expires), query.get("Signature") ?? "");
  if (!isSigned || query.get("OSSAccessKeyId") !== ACCESS_KEY_ID) return "forged";
  return now >= expires * 1000 ? "expired" : "valid";
}

function textToSign(path: string, expires: number): string {
  return `GET\n${expires}\n${path}`;
}
