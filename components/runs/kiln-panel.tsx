"use client";

import { Flame } from "lucide-react";
import { useNow, useTranslations } from "use-intl";
import { cn } from "#components/ui/class-names.ts";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import type { GenerationView, RunView } from "#lib/api/run-view.ts";
import { CancelButton } from "./cancel-button.tsx";
import { estimateLeftMs, finishedCount, unfinishedGenerations } from "./kiln.ts";
import { SendAgainButton } from "./send-again-button.tsx";
import { VersionTag } from "./version-tag.tsx";

/** Two lines fit under the current one: two that wait, or one and how many more. */
const WAITING_LINES = 2;

/** What is being made and what waits, in the order it will come. */
export function KilnPanel({ runs }: { runs: readonly RunView[] }) {
  const t = useTranslations("runs");
  const [first, ...waiting] = unfinishedGenerations(runs);
  const shown = waiting.slice(0, waiting.length > WAITING_LINES ? WAITING_LINES - 1 : WAITING_LINES);
  const hidden = waiting.length - shown.length;
  return (
    <section
      aria-label={t("running")}
      className={cn(
        "flex w-60 shrink-0 flex-col gap-1.5 border-hairline border-r p-2 pl-3 max-sm:w-36",
        first === undefined && "max-sm:hidden",
      )}
    >
      {first === undefined ? (
        <div className="grid flex-1 place-content-center justify-items-center gap-1 text-center text-muted text-xs">
          <Flame aria-hidden className="size-4 opacity-60" />
          {t("idle")}
        </div>
      ) : (
        <>
          <CurrentGeneration generation={first} runs={runs} />
          <ul className="flex min-h-0 flex-col">
            {shown.map((generation) => (
              <li key={generation.id} className="flex h-6 items-center gap-2 text-muted text-xs">
                <VersionTag version={generation.version} />
                <span className="min-w-0 flex-1 truncate">
                  × {generation.n} {t(`state.${generation.state}`)}
                </span>
                <SendAgainButton generation={generation} />
                <CancelButton generation={generation} />
              </li>
            ))}
          </ul>
          {hidden > 0 ? <p className="text-muted text-xs">{t("waitingPlaces", { count: hidden })}</p> : null}
        </>
      )}
    </section>
  );
}

function CurrentGeneration({ generation, runs }: { generation: GenerationView; runs: readonly RunView[] }) {
  const t = useTranslations("runs");
  const now = useNow({ updateInterval: 1000 });
  const leftMs = estimateLeftMs(runs, generation, now.getTime());
  const { version, n, state } = generation;
  const done = finishedCount(generation);
  const isUndecided = state === "needs_decision";
  const isWaiting = state !== "running" && state !== "saving";
  return (
    <div className="flex flex-col gap-1">
      <div className="flex h-6 items-center gap-2 text-xs">
        <VersionTag version={version} />
        <span className="min-w-0 flex-1 truncate">{t(`state.${state}`)}</span>
        {isUndecided ? null : <span className="font-medium">{t("progress", { done, total: n })}</span>}
        <SendAgainButton generation={generation} />
        <CancelButton generation={generation} />
      </div>
      {isUndecided ? null : (
        <ProgressBar
          label={t("progressOf", { version })}
          value={isWaiting ? null : done}
          max={n}
          valueText={t("progressText", { done, total: n })}
        />
      )}
      <p className="h-4 text-muted text-xs">
        {leftMs === null || isWaiting
          ? null
          : leftMs > 0
            ? t("left", { seconds: Math.ceil(leftMs / 1000) })
            : t("anyMoment")}
      </p>
    </div>
  );
}
