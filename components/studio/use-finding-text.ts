"use client";

import { useTranslations } from "use-intl";
import type { Finding } from "#lib/composition/finding.ts";

/** The sentence of a finding, its numbers filled in. */
export function useFindingText(): (finding: Finding) => string {
  const t = useTranslations("findings");
  return ({ code, values }) => {
    const text = (name: string) => String(values[name] ?? "?");
    return t(code, {
      count: text("count"),
      max: text("max"),
      percent: text("percent"),
      characters: Number(values.characters ?? 0),
    });
  };
}
