"use client";

import { useExplain } from "#components/shell/use-explain.ts";
import type { Finding } from "#lib/composition/finding.ts";

/** What a finding means and what to do about it, as one text. */
export function useFindingText(): (finding: Finding) => string {
  const explain = useExplain();
  return ({ code, values }) => {
    const { meaning, remedy } = explain(code, values);
    return `${meaning} ${remedy}`.trim();
  };
}
