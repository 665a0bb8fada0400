"use client";

import { useTranslations } from "use-intl";
import { useErrorText } from "#components/shell/use-error-text.ts";
import type { Slot } from "#components/studio/uploads.ts";
import { showToast } from "#components/ui/toast.tsx";
import { type IncomingStore, readFile } from "./incoming.ts";

/**
 * Takes dropped files: a request is read, a picture with a scene asks what to make of it, and any other goes to `onPicture`, with the place
 * it was dropped on.
 */
export function useTakeFiles(incoming: IncomingStore, onPicture: (file: File, slot: Slot | null) => void) {
  const t = useTranslations("recipe.scene");
  const errorText = useErrorText();

  async function take(file: File, slot: Slot | null): Promise<void> {
    try {
      const read = await readFile(file);
      if (read.kind === "request") incoming.setState({ text: read.text });
      else if (read.kind === "scene") incoming.setState({ scene: { file, reading: read.reading, slot } });
      else onPicture(file, slot);
    } catch (error) {
      showToast({ title: t("failed", { name: file.name }), description: errorText(error).text, tone: "danger" });
    }
  }

  return (files: Iterable<File>, slot: Slot | null) => {
    for (const file of files) void take(file, slot);
  };
}
