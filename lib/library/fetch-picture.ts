import { BacklotError } from "#lib/base/errors.ts";
import { createGuardedFetch } from "#lib/net/guarded-fetch.ts";
import { AnswerTooLong, RequestRefused } from "#lib/net/request-refused.ts";

/** As much as an upload may have. */
const LIMIT_MB = 40;
const DEADLINE_MS = 30_000;

export type FetchPicture = (url: string) => Promise<Uint8Array>;

/**
 * The bytes at an address that somebody pasted. Only who is public is asked, and `alsoHosts`; nothing of ours is sent along. What the
 * answer says of its own type plays no part: whether the bytes are a picture is for whoever reads them.
 *
 * Throws `fetch/refused` {url}, `fetch/failed` {url, reason}, `upload/too-large` {limitMegabytes}.
 */
export function createFetchPicture({ alsoHosts }: { alsoHosts?: readonly string[] } = {}): FetchPicture {
  const fetch = createGuardedFetch({ alsoHosts, maxBytes: LIMIT_MB * 1024 * 1024, deadlineMs: DEADLINE_MS });

  return async (url) => {
    if (!URL.canParse(url)) throw new BacklotError("fetch/failed", { url, reason: "not an address" });
    try {
      const response = await fetch(url, { headers: { accept: "image/png, image/jpeg, image/webp" } });
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      await response.body?.cancel();
      throw new BacklotError("fetch/failed", { url, reason: `HTTP ${response.status}` });
    } catch (cause) {
      throw BacklotError.is(cause) ? cause : failure(url, cause);
    }
  };
}

function failure(url: string, cause: unknown): BacklotError {
  if (cause instanceof AnswerTooLong)
    return new BacklotError("upload/too-large", { limitMegabytes: LIMIT_MB }, { cause });
  if (cause instanceof RequestRefused) return new BacklotError("fetch/refused", { url }, { cause });
  return new BacklotError("fetch/failed", { url, reason: reasonOf(cause) }, { cause });
}

/** A word that can be looked up, such as `ENOTFOUND` or `TimeoutError`; the message might repeat what a server said. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === "string") return code;
  return error.cause === undefined ? error.name : reasonOf(error.cause);
}
