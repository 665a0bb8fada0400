"use client";

import { useTranslations } from "use-intl";
import { RelativeTime } from "#components/shell/relative-time.tsx";
import { useChargeText } from "#components/shell/use-charge-text.ts";
import type { GenerationView, PictureView } from "#lib/api/run-view.ts";
import { isEnded } from "#lib/client/generation-order.ts";
import { DecisionNote } from "./decision-note.tsx";
import { FailureNote } from "./failure-note.tsx";
import { finishedCount, picturePlaces } from "./kiln.ts";
import { PictureTile } from "./picture-tile.tsx";
import { VersionTag } from "./version-tag.tsx";

export interface GenerationGroupProps {
  generation: GenerationView;
  /** The picture that is in the tab order. */
  tabStop: string | undefined;
  onTabStop(pictureId: string): void;
  onOpen(picture: PictureView): void;
  onPreview?(picture: PictureView | null): void;
  onShowRecipe?(): void;
}

/** One version's pictures of a run, under a line that says what became of it. */
export function GenerationGroup({
  generation,
  tabStop,
  onTabStop,
  onOpen,
  onPreview,
  onShowRecipe,
}: GenerationGroupProps) {
  const t = useTranslations("runs");
  const { version, state, failure } = generation;
  const isUndecided = state === "needs_decision";
  const hasTiles = !isUndecided && state !== "canceled" && !(state === "failed" && generation.pictures.length === 0);
  return (
    <li data-slot="generation" data-generation={generation.id} data-state={state} className="flex flex-col gap-1.5">
      <div className="flex h-4 items-center gap-1.5 whitespace-nowrap text-muted text-xs">
        <VersionTag version={version} />
        <GenerationSummary generation={generation} />
      </div>
      <div className="flex gap-1">
        {failure && state === "failed" ? <FailureNote failure={failure} /> : null}
        {isUndecided ? <DecisionNote generation={generation} /> : null}
        {state === "canceled" ? (
          <p className="grid h-18 w-24 place-content-center rounded-sm bg-surface-3 text-muted text-xs">
            {t("canceledLabel")}
          </p>
        ) : null}
        {hasTiles
          ? picturePlaces(generation).map((place) => (
              <PictureTile
                key={place.index}
                generation={generation}
                place={place}
                isTabStop={place.kind === "picture" && place.picture.id === tabStop}
                onFocus={() => place.kind === "picture" && onTabStop(place.picture.id)}
                onShowRecipe={onShowRecipe}
                onOpen={() => place.kind === "picture" && onOpen(place.picture)}
                onPreview={
                  onPreview && ((isShown) => place.kind === "picture" && onPreview(isShown ? place.picture : null))
                }
              />
            ))
          : null}
      </div>
    </li>
  );
}

/** While it runs: its state and count. Afterwards: when, how long and for how much. */
function GenerationSummary({ generation }: { generation: GenerationView }) {
  const t = useTranslations("runs");
  const chargeText = useChargeText();
  const { state, startedAt, endedAt, cost, n, createdAt } = generation;
  if (!isEnded(generation)) {
    return (
      <span>
        {t(`state.${state}`)}
        {state === "needs_decision" ? null : ` ${t("progress", { done: finishedCount(generation), total: n })}`}
      </span>
    );
  }
  const seconds = startedAt !== null && endedAt !== null ? Math.max(1, Math.round((endedAt - startedAt) / 1000)) : null;
  const amount = chargeText(cost.chargedFen);
  return (
    <span title={amount ? t("charged", { amount }) : t("notCharged")}>
      <RelativeTime at={endedAt ?? createdAt} />
      {seconds !== null && state === "done" ? <> · {t("seconds", { seconds })}</> : null}
    </span>
  );
}
