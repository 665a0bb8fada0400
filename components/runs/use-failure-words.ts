"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { useExplain } from "#components/shell/use-explain.ts";
import { placeOfCode } from "#lib/api/catalogue.ts";
import type { FailureView } from "#lib/api/run-view.ts";
import type { Explanation } from "#lib/i18n/explain.ts";

export interface FailureWords extends Explanation {
  /** Where it happened. */
  title: string;
}

/** A failure in the reader's words: the finding that says the same, else upstream's code, else our own. */
export function useFailureWords(): (failure: FailureView) => FailureWords {
  const t = useTranslations("runs.failure.place");
  const explain = useExplain();
  return useCallback(
    ({ code, upstreamCode, reading }) => ({
      title: t(placeOfCode(code)),
      ...(reading?.finding ? explain(reading.finding.code, reading.finding.values) : explain(upstreamCode ?? code)),
    }),
    [t, explain],
  );
}
