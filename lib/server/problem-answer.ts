import { API_REFERENCE_PATH, type Problem } from "#lib/api/problem.ts";
import type { ErrorCode } from "#lib/base/error-codes.ts";
import { BacklotError } from "#lib/base/errors.ts";
import { errorText } from "#lib/i18n/error-text.ts";
import { withFindingWords } from "#lib/i18n/explain.ts";
import { type Locale, pickLocale } from "#lib/i18n/locale.ts";
import { MESSAGES } from "#lib/i18n/messages.ts";

/** What a client is told of an error: our own in the reader's language, a full disk, anything else as `internal`, without its words. */
export function problemBody(error: unknown, locale: Locale): Problem {
  const known = BacklotError.is(error) ? error : new BacklotError(codeOf(error));
  return {
    type: `${API_REFERENCE_PATH}#${known.code}`,
    title: known.code,
    status: known.status,
    detail: errorText(locale, known.code, withFindingWords(MESSAGES[locale], locale, known.values)),
    code: known.code,
    values: { ...known.values },
    requestId: crypto.randomUUID(),
  };
}

export function codeOf(error: unknown): ErrorCode {
  if (BacklotError.is(error)) return error.code;
  return isDiskFull(error) ? "storage/full" : "internal";
}

/** As the file system and SQLite say it. */
function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = "" } = error as NodeJS.ErrnoException;
  return ["ENOSPC", "EDQUOT", "SQLITE_FULL"].includes(code) || isDiskFull(error.cause);
}

export function localeOf(cookie: string | undefined | null, acceptLanguage: string | undefined | null): Locale {
  const chosen = /(?:^|;\s*)locale=([^;]+)/.exec(cookie ?? "")?.[1];
  return pickLocale(chosen, acceptLanguage ?? undefined);
}
