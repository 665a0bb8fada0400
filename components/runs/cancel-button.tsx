"use client";

import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { GenerationView } from "#lib/api/run-view.ts";
import { cancelGeneration } from "#lib/client/runs.ts";
import { useGenerationChange } from "./use-generation-change.ts";

/** What upstream has begun to draw is drawn to the end, and charged. */
const TOO_LATE = new Set<GenerationView["state"]>(["submitting", "running", "saving"]);

export function CancelButton({ generation }: { generation: GenerationView }) {
  const t = useTranslations("runs");
  const { version, n, state } = generation;
  const cancel = useGenerationChange(generation, cancelGeneration, t("cancelFailed", { version }));
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
