"use client";

import { CircleHelp } from "lucide-react";
import { useTranslations } from "use-intl";
import { useChargeText } from "#components/shell/use-charge-text.ts";
import { Button } from "#components/ui/button.tsx";
import type { GenerationView } from "#lib/api/run-view.ts";
import { cancelGeneration, sendAgain } from "#lib/client/runs.ts";
import { useGenerationChange } from "./use-generation-change.ts";

/** Nobody knows whether this generation arrived: what that may cost, and the two ways on. It is never sent twice without a person. */
export function DecisionNote({ generation }: { generation: GenerationView }) {
  const t = useTranslations("runs");
  const chargeText = useChargeText();
  const { version, cost } = generation;
  const again = useGenerationChange(generation, sendAgain, t("sendAgainFailed", { version }));
  const giveUp = useGenerationChange(generation, cancelGeneration, t("cancelFailed", { version }));
  const amount = chargeText(cost.reservedFen);
  const consequence = amount ? t("undecidedCost", { amount }) : t("undecidedFree");
  return (
    <div
      data-slot="decision"
      className="flex h-18 w-116 items-center gap-2 rounded-sm bg-surface-3 px-2.5 max-sm:w-76 max-sm:gap-1.5"
    >
      <CircleHelp aria-hidden className="size-4 shrink-0 text-warning max-sm:hidden" />
      <p className="line-clamp-4 min-w-0 flex-1 text-xs leading-snug" title={`${t("undecided")} ${consequence}`}>
        {t("undecided")} <span className="text-muted">{consequence}</span>
      </p>
      <div className="flex shrink-0 flex-col gap-1">
        <Button busy={again.isPending} disabled={giveUp.isPending} onClick={() => again.mutate()}>
          {t("sendAgainAction")}
        </Button>
        <Button variant="quiet" busy={giveUp.isPending} disabled={again.isPending} onClick={() => giveUp.mutate()}>
          {t("giveUp")}
        </Button>
      </div>
    </div>
  );
}
