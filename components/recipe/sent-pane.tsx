"use client";

import { RotateCcw } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { VersionTag } from "#components/runs/version-tag.tsx";
import { ErrorNote } from "#components/shell/error-note.tsx";
import { RelativeTime } from "#components/shell/relative-time.tsx";
import { Button } from "#components/ui/button.tsx";
import type { GenerationRecipe } from "#lib/api/recipe-view.ts";
import type { GenerationView } from "#lib/api/run-view.ts";
import type { GenerationId } from "#lib/base/ids.ts";
import { textOfRecipe } from "#lib/editor/recipe/recipe-text.ts";
import { sentHintOf } from "./canvas-hints.ts";
import { createJsonView } from "./editor/json-view.ts";
import { PaneSkeleton } from "./pane-skeleton.tsx";
import { useRestore } from "./use-restore.ts";
import { useSentRecipe } from "./use-scene.ts";

/** The body that a generation was sent with, to read. */
export function SentPane({ generation }: { generation: GenerationView }) {
  const t = useTranslations("recipe");
  const { data: sent, error, refetch } = useSentRecipe(generation.id as GenerationId);
  if (sent) return <SentBody sent={sent} />;
  if (!error) return <PaneSkeleton />;
  return <ErrorNote title={t("generationLoad")} error={error} onRetry={() => void refetch()} />;
}

function SentBody({ sent }: { sent: GenerationRecipe }) {
  const t = useTranslations("recipe");
  const place = useRef<HTMLDivElement>(null);
  const label = t("sentBody");
  useEffect(() => {
    if (!place.current) return;
    const view = createJsonView(place.current, textOfRecipe(sent.recipe), { label });
    view.setHints({ hintOf: sentHintOf(sent.document), select: () => {} });
    return () => view.destroy();
  }, [sent, label]);
  return <div ref={place} data-slot="sent-recipe" className="min-h-0 flex-1 overflow-hidden" />;
}

/** When it was sent, and the way back to its scene. */
export function SentBar({ generation }: { generation: GenerationView }) {
  const t = useTranslations("recipe");
  const { data: sent } = useSentRecipe(generation.id as GenerationId);
  const restore = useRestore();
  return (
    <div className="flex min-h-10 items-center gap-2 border-hairline border-b px-3 text-muted text-xs">
      <VersionTag version={generation.version} />
      <span className="min-w-0 flex-1 truncate">
        {t("sent")} <RelativeTime at={generation.createdAt} />
      </span>
      <Button disabled={!sent} onClick={() => sent && void restore(sent)}>
        <RotateCcw aria-hidden />
        {t("restore")}
      </Button>
    </div>
  );
}
