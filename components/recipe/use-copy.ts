"use client";

import { useTranslations } from "use-intl";
import { showToast } from "#components/ui/toast.tsx";

/** Puts a text into the clipboard and says so, or says how to get it without. */
export function useCopy(): (text: string, done: { title: string; description?: string }) => Promise<void> {
  const t = useTranslations("recipe");
  return async (text, done) => {
    try {
      await navigator.clipboard.writeText(text);
      showToast({ ...done, tone: "success" });
    } catch {
      // Refused by the browser, or a page without TLS that is not on this machine.
      showToast({ title: t("copyFailed"), tone: "danger" });
    }
  };
}
