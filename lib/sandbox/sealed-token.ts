import type { Service } from "./service.ts";

const PREFIX = "st-";

/** A token that stands for the account until then, in seconds since 1970. */
export function sealToken({ signer }: Pick<Service, "signer">, accountId: string, expiresAt: number): string {
  return PREFIX + signer.seal(`${accountId} ${expiresAt}`);
}

/** Undefined for what is no token of ours, or no longer one. */
export function accountIdOfToken(
  { signer, clock }: Pick<Service, "signer" | "clock">,
  shown: string,
): string | undefined {
  const [id, expiresAt] = signer.open(shown.slice(PREFIX.length))?.split(" ") ?? [];
  return Number(expiresAt) * 1000 > clock.now() ? id : undefined;
}
