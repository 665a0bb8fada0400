"use client";

import { useLocale, useMessages } from "use-intl";
import { BacklotError } from "#lib/base/errors.ts";
import { formatErrorText } from "#lib/i18n/error-text.ts";
import { type CodeTexts, withFindingWords } from "#lib/i18n/explain.ts";

export interface ReadableError {
  text: string;
  /** To be quoted in a report; stands in the studio's log. */
  requestId: string | null;
}

/** Words for whatever was thrown; what is not ours reads as an internal error. */
export function useErrorText(): (error: unknown) => ReadableError {
  const locale = useLocale();
  const messages: CodeTexts = useMessages();
  return (error) => {
    const { code, values } = BacklotError.is(error) ? error : new BacklotError("internal");
    const { requestId } = values;
    return {
      text: formatErrorText(messages.errors, locale, code, withFindingWords(messages, locale, values)),
      requestId: typeof requestId === "string" ? requestId : null,
    };
  };
}
