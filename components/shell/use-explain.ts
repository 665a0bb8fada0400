"use client";

import { useCallback } from "react";
import { useLocale, useMessages } from "use-intl";
import type { ErrorValues } from "#lib/base/errors.ts";
import { type CodeTexts, type Explanation, explainFrom } from "#lib/i18n/explain.ts";

/** What a code of the catalogue means and what to do about it, in the page's language. */
export function useExplain(): (code: string, values?: ErrorValues) => Explanation {
  const locale = useLocale();
  const messages: CodeTexts = useMessages();
  return useCallback((code, values) => explainFrom(messages, locale, code, values), [messages, locale]);
}
