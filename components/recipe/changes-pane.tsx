"use client";

import { GitCompareArrows } from "lucide-react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "#components/shell/error-note.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { GenerationView } from "#lib/api/run-view.ts";
import type { RecipeSource } from "#lib/editor/editor-state.ts";
import { GenerationSelect } from "./generation-select.tsx";
import { PaneSkeleton } from "./pane-skeleton.tsx";
import { RecipeChanges } from "./recipe-changes.tsx";
import { useCanvasScene, useSentRecipe } from "./use-scene.ts";

export interface ChangesPaneProps {
  source: RecipeSource;
  /** What it is compared with. */
  other: RecipeSource;
  generations: readonly GenerationView[];
  onOtherChange(other: RecipeSource): void;
}

/** Two recipes compared, the earlier one first: the canvas is later than everything that was sent. */
export function ChangesPane({ source, other, generations, onOtherChange }: ChangesPaneProps) {
  const t = useTranslations("recipe");
  const placeOf = (one: RecipeSource) => generations.findIndex(({ id }) => id === one);
  // Newest first, and the canvas (-1) before all of them.
  const [later, earlier] = placeOf(source) < placeOf(other) ? [source, other] : [other, source];
  const sentLater = useSentRecipe(later);
  const sentEarlier = useSentRecipe(earlier);
  const canvas = useCanvasScene(sentEarlier.data?.recipe.parameters.model_version);
  const before = sentEarlier.data;
  const after = later === "canvas" ? canvas : sentLater.data;
  const failed = [sentEarlier, sentLater].find(({ isError }) => isError);
  if (generations.length === 0) {
    return (
      <EmptyState icon={<GitCompareArrows aria-hidden />} title={t("views.changes")} className="flex-1">
        {t("noGenerations")}
      </EmptyState>
    );
  }
  return (
    <>
      <div className="flex min-h-10 items-center gap-2 border-hairline border-b px-3 text-muted text-xs">
        <span className="shrink-0">{t("compareWith")}</span>
        <GenerationSelect
          label={t("compareWith")}
          value={other}
          generations={generations.filter(({ id }) => id !== source)}
          hasCanvas={source !== "canvas"}
          onValueChange={onOtherChange}
        />
      </div>
      {before && after ? (
        <RecipeChanges before={before} after={after} />
      ) : failed ? (
        <ErrorNote title={t("generationLoad")} error={failed.error} onRetry={() => void failed.refetch()} />
      ) : (
        <PaneSkeleton />
      )}
    </>
  );
}
