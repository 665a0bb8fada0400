import type { KeyedEndpoint } from "./endpoint.ts";
import { jsonAnswer } from "./json-answer.ts";
import { sealToken } from "./sealed-token.ts";
import { ServiceError } from "./service-error.ts";

const LIFETIME_SECONDS = { min: 1, max: 1800, default: 60 };

/** POST /tokens?expire_in_seconds=…: what an untrusted client may show instead of the key, for a while. It cannot be revoked. */
export const token: KeyedEndpoint = async ({ service, url }, account) => {
  if (!account.hasKey) throw new ServiceError("InvalidApiKey");
  const { min, max } = LIFETIME_SECONDS;
  const asked = url.searchParams.get("expire_in_seconds") ?? String(LIFETIME_SECONDS.default);
  const seconds = Number(asked);
  if (!/^\d{1,4}$/.test(asked) || seconds < min || seconds > max) {
    throw new ServiceError("InvalidParameter", `Range of expire_in_seconds should be [${min}, ${max}]`);
  }
  const expiresAt = Math.floor(service.clock.now() / 1000) + seconds;
  return jsonAnswer({ token: sealToken(service, account.id, expiresAt), expires_at: expiresAt });
};
