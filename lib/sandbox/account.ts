import { createHash, timingSafeEqual } from "node:crypto";
import { ServiceError } from "./service-error.ts";

/** Whoever shows this API key. The key itself is never stored. */
export interface Account {
  /** 32 hex digits of the key's SHA-256. */
  id: string;
  /** Five digits, as the task list shows a key. */
  apiKeyId: string;
  /** Sixteen digits, as the task list shows who called. */
  callerId: string;
}

/**
 * `Authorization: Bearer sk-…`. Any such key is an account of its own, unless one key is fixed.
 * Throws 401 `InvalidApiKey`.
 */
export function accountOf(authorization: string | null, fixedKey?: string): Account {
  const key = /^Bearer +(sk-\S+) *$/i.exec(authorization ?? "")?.[1];
  if (key === undefined || (fixedKey !== undefined && !isSame(key, fixedKey))) throw new ServiceError("InvalidApiKey");
  const id = hash(key).toString("hex").slice(0, 32);
  return { id, apiKeyId: digits(id.slice(0, 8), 5), callerId: digits(id.slice(8, 20), 16) };
}

function isSame(key: string, fixedKey: string): boolean {
  return timingSafeEqual(hash(key), hash(fixedKey));
}

function hash(key: string): Buffer {
  return createHash("sha256").update(key).digest();
}

function digits(hex: string, length: number): string {
  const lowest = 10n ** BigInt(length - 1);
  return String(lowest + (BigInt(`0x${hex}`) % (lowest * 9n)));
}
