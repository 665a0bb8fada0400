"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { useErrorText } from "#components/shell/use-error-text.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { GenerationView, RunView } from "#lib/api/run-view.ts";
import { mergeGeneration } from "#lib/client/generation-order.ts";
import { runsQuery } from "#lib/client/queries.ts";
import { cancelGeneration } from "#lib/client/runs.ts";

/** What upstream has begun to draw is drawn to the end, and charged. */
const TOO_LATE = new Set<GenerationView["state"]>(["submitting", "running", "saving"]);

export function CancelButton({ generation }: { generation: GenerationView }) {
  const t = useTranslations("runs");
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const { id, version, n, projectId, state } = generation;
  const cancel = useMutation({
    mutationFn: () => cancelGeneration(id),
    onSuccess: (canceled) => {
      const { queryKey } = runsQuery(projectId);
      queryClient.setQueryData<RunView[]>(queryKey, (runs) => runs && (mergeGeneration(runs, canceled) ?? runs));
    },
    onError: (error) => {
      showToast({ title: t("cancelFailed", { version }), description: errorText(error).text, tone: "danger" });
    },
  });
  return (
    <IconButton
      label={t("cancelGeneration", { version, count: n })}
      tooltipSide="top"
      disabledReason={TOO_LATE.has(state) ? t("cancelTooLate") : null}
      disabled={cancel.isPending}
      className="size-6 [&_svg]:size-3.5"
      onClick={() => cancel.mutate()}
    >
      <X aria-hidden />
    </IconButton>
  );
}
