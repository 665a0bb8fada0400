"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "#components/shell/use-error-text.ts";
import { showToast } from "#components/ui/toast.tsx";
import { newId } from "#lib/base/ids.ts";
import { QUERY_KEYS } from "#lib/client/queries.ts";
import { createRun } from "#lib/client/runs.ts";
import { showFinding } from "./finding-actions.ts";
import type { StudioSession } from "./studio-context.tsx";
import { useFindingText } from "./use-finding-text.ts";

/** Saves, then sends exactly what was saved. What pre-flight forbids is shown instead. */
export function useGenerate(projectId: string, { onStarted }: { onStarted(): void }) {
  const t = useTranslations("studio.generate");
  const errorText = useErrorText();
  const findingText = useFindingText();
  const queryClient = useQueryClient();
  const [isSending, setIsSending] = useState(false);

  async function generate(session: StudioSession): Promise<void> {
    const { editor, autosave, findings } = session;
    const blocking = findings.getState().find(({ severity }) => severity === "error");
    if (blocking) {
      showToast({ title: findingText(blocking), tone: "danger" });
      showFinding(session, blocking);
      return;
    }
    setIsSending(true);
    try {
      const revision = await autosave.flush();
      const { versions, n } = editor.store.getState().document.output;
      await createRun({ projectId, revision, versions, n }, newId("press"));
      onStarted();
      await queryClient.invalidateQueries({ queryKey: QUERY_KEYS.runs(projectId) });
    } catch (error) {
      const { status } = editor.store.getState().save;
      const reason =
        status === "conflict" ? t("conflict") : status === "offline" ? t("notSaved") : errorText(error).text;
      showToast({ title: t("failed"), description: reason, tone: "danger" });
    } finally {
      setIsSending(false);
    }
  }

  return { generate, isSending };
}
