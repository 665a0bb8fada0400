"use client";

import { useLocale, useMessages } from "use-intl";
import { BacklotError } from "#lib/base/errors.ts";
import { formatErrorText } from "#lib/i18n/error-text.ts";

export interface ReadableError {
  text: string;
  /** To be quoted in a report; stands in the studio's log. */
  requestId: string | null;
}

/** Words for whatever was thrown; what is not ours reads as an internal error. */
export function useErrorText(): (error: unknown) => ReadableError {
  const locale = useLocale();
  const messages = useMessages();
  return (error) => {
    const { code, values } = BacklotError.is(error) ? error : new BacklotError("internal");
    const { requestId } = values;
    return {
      text: formatErrorText(messages.errors ?? {}, locale, code, values),
      requestId: typeof requestId === "string" ? requestId : null,
    };
  };
}
