"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "#components/shell/use-error-text.ts";
import { useExplain } from "#components/shell/use-explain.ts";
import { showToast } from "#components/ui/toast.tsx";
import { newId } from "#lib/base/ids.ts";
import { QUERY_KEYS } from "#lib/client/queries.ts";
import { createRun } from "#lib/client/runs.ts";
import { showTarget } from "./finding-actions.ts";
import type { StudioSession } from "./studio-context.tsx";

/** Saves, then sends exactly what was saved. What pre-flight forbids is shown instead. */
export function useGenerate(projectId: string, { onStarted }: { onStarted(): void }) {
  const t = useTranslations("studio.generate");
  const errorText = useErrorText();
  const explain = useExplain();
  const queryClient = useQueryClient();
  const [isSending, setIsSending] = useState(false);

  async function generate(session: StudioSession): Promise<void> {
    const { editor, autosave, findings } = session;
    const blocking = findings.getState().find(({ severity }) => severity === "error");
    if (blocking) {
      const { meaning, remedy } = explain(blocking.code, blocking.values);
      showToast({ title: meaning, description: remedy, tone: "danger" });
      showTarget(session, blocking.target);
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
