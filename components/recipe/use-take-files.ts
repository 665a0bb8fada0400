"use client";

import { useTranslations } from "use-intl";
import { useErrorText } from "#components/shell/use-error-text.ts";
import { useStudio } from "#components/studio/studio-context.tsx";
import type { Slot } from "#components/studio/uploads.ts";
import { showToast } from "#components/ui/toast.tsx";
import { readFile } from "./incoming.ts";

/** Takes dropped files: a request is read, a picture with a scene asks what to make of it, any other goes to the place it was dropped on. */
export function useTakeFiles(): (files: Iterable<File>, slot: Slot | null) => void {
  const t = useTranslations("recipe.scene");
  const errorText = useErrorText();
  const { uploads, incoming } = useStudio();

  async function take(file: File, slot: Slot | null): Promise<void> {
    try {
      const read = await readFile(file);
      if (read.kind === "request") incoming.setState({ text: read.text });
      else if (read.kind === "scene") incoming.setState({ scene: { file, reading: read.reading, slot } });
      else if (slot) uploads.start(file, slot);
      else showToast({ title: t("none", { name: file.name }), description: t("noneText") });
    } catch (error) {
      showToast({ title: t("failed", { name: file.name }), description: errorText(error).text, tone: "danger" });
    }
  }

  return (files, slot) => {
    for (const file of files) void take(file, slot);
  };
}
