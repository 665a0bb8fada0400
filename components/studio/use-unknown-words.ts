"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";
import { aboutQuery, promptReadingQuery } from "#lib/client/queries.ts";

/** What is said of the words that the preview engine does not know; null where it knows all, and while pictures come from the cloud. */
export function useUnknownWords(prompt: string): string | null {
  const t = useTranslations("studio.guide");
  const format = useFormatter();
  const { data: about } = useQuery(aboutQuery());
  const isRead = about?.upstream === "sandbox" && prompt.trim() !== "";
  const { data: reading } = useQuery({ ...promptReadingQuery(prompt), enabled: isRead });
  const unknown = isRead ? (reading?.unknown ?? []) : [];
  return unknown.length === 0 ? null : t("unknownWords", { words: format.list(unknown) });
}
