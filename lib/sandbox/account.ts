import { createHash, timingSafeEqual } from "node:crypto";
import { accountIdOfToken } from "./sealed-token.ts";
import type { Service } from "./service.ts";
import { ServiceError } from "./service-error.ts";

/** Whoever shows this API key, or a token that was made with it. The key itself is never stored. */
export interface Account {
  /** 32 hex digits of the key's SHA-256. */
  id: string;
  /** Five digits, as the task list shows a key. */
  apiKeyId: string;
  /** Sixteen digits, as the task list shows who called. */
  callerId: string;
  /** Only a key makes tokens. */
  hasKey: boolean;
}

/**
 * `Authorization: Bearer sk-…` or `st-…`. Any such key is an account of its own, unless one key is fixed.
 * Throws 401 `InvalidApiKey`.
 */
export function accountOf(authorization: string | null, service: Service, fixedKey?: string): Account {
  const [, shown, kind] = /^Bearer +((sk|st)-\S+) *$/i.exec(authorization ?? "") ?? [];
  const hasKey = kind?.toLowerCase() === "sk";
  const id = hasKey ? idOfKey(shown ?? "") : accountIdOfToken(service, shown ?? "");
  if (id === undefined || (fixedKey !== undefined && !isSame(id, idOfKey(fixedKey)))) {
    throw new ServiceError("InvalidApiKey");
  }
  return { id, apiKeyId: digits(id.slice(0, 8), 5), callerId: digits(id.slice(8, 20), 16), hasKey };
}

function idOfKey(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 32);
}

function isSame(id: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(id), Buffer.from(other));
}

function digits(hex: string, length: number): string {
  const lowest = 10n ** BigInt(length - 1);
  return String(lowest + (BigInt(`0x${hex}`) % (lowest * 9n)));
}
