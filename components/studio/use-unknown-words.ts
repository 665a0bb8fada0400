"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";
import type { PromptRole } from "#lib/api/prompt-reading.ts";
import { aboutQuery, promptReadingQuery } from "#lib/client/queries.ts";

/** A prompt in a language that the engine does not read at all would push everything else off the panel. */
const NAMED_WORDS = 10;

/** What is said of the words that the preview engine does not know; null where it knows all, and while pictures come from the cloud. */
export function useUnknownWords(prompt: string, role: PromptRole): string | null {
  const t = useTranslations("studio.guide");
  const format = useFormatter();
  const { data: about } = useQuery(aboutQuery());
  const isRead = about?.upstream === "sandbox" && prompt.trim() !== "";
  const { data: reading } = useQuery({ ...promptReadingQuery(prompt, role), enabled: isRead });
  const unknown = isRead ? (reading?.unknown ?? []) : [];
  if (unknown.length === 0) return null;
  const named = unknown.slice(0, NAMED_WORDS);
  const more = unknown.length - named.length;
  return t("unknownWords", {
    words: format.list(more > 0 ? [...named, t("moreWords", { count: String(more) })] : named),
  });
}
