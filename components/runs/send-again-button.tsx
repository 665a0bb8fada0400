"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { GenerationView } from "#lib/api/run-view.ts";
import { sendAgain } from "#lib/client/runs.ts";
import { useGenerationChange } from "./use-generation-change.ts";

/** Only for a generation of which nobody knows whether it arrived: it is never sent twice without a person. */
export function SendAgainButton({ generation }: { generation: GenerationView }) {
  const t = useTranslations("runs");
  const { version, state } = generation;
  const again = useGenerationChange(generation, sendAgain, t("sendAgainFailed", { version }));
  if (state !== "needs_decision") return null;
  return (
    <IconButton
      label={t("sendAgain", { version })}
      tooltipSide="top"
      disabled={again.isPending}
      className="size-6 [&_svg]:size-3.5"
      onClick={() => again.mutate()}
    >
      <RotateCw aria-hidden />
    </IconButton>
  );
}
