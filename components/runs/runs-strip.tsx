"use client";

import { Images } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "#components/shell/error-note.tsx";
import { MoreButton } from "#components/shell/more-button.tsx";
import { useFocusFirstNew } from "#components/shell/use-focus-first-new.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ScrollArea } from "#components/ui/scroll-area.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { GenerationView, PictureView, RunView } from "#lib/api/run-view.ts";
import { GenerationGroup } from "./generation-group.tsx";
import { KilnPanel } from "./kiln-panel.tsx";
import { RunAnnouncer } from "./run-announcer.tsx";
import { useShownRuns } from "./use-shown-runs.ts";

export interface RunsStripProps {
  projectId: string;
  /** A picture was clicked: the desk opens on its run. */
  onOpenPicture(run: RunView, picture: PictureView): void;
  /** The picture under the pointer or in focus, null when it is left: the canvas may show it in place. */
  onPreviewPicture?(shown: ShownPicture | null): void;
  /** The request that a picture came from was asked for. */
  onShowRecipe?(generation: GenerationView): void;
}

/** A picture that is held up, and where it comes from. */
export interface ShownPicture {
  generation: GenerationView;
  picture: PictureView;
}

const SKELETONS = ["a", "b", "c", "d", "e", "f"];

/** The bottom of the studio, 128 px high: what is being made, then the newest pictures, each in the place that was kept for it. */
export function RunsStrip({ projectId, onOpenPicture, onPreviewPicture, onShowRecipe }: RunsStripProps) {
  const t = useTranslations("runs");
  const { runs, shown, older, error, refetch } = useShownRuns(projectId);
  const [focused, setFocused] = useState<string>();
  const [isPreviewing, setIsPreviewing] = useState(false);
  const list = useRef<HTMLUListElement>(null);

  const newest = runs?.[0]?.id;
  const seen = useRef(newest);
  useEffect(() => {
    // What was just asked for is looked at first, wherever the strip was scrolled to.
    if (seen.current !== undefined && seen.current !== newest) {
      list.current?.firstElementChild?.scrollIntoView({ inline: "nearest", block: "nearest" });
    }
    seen.current = newest;
  }, [newest]);

  function preview(shown: ShownPicture | null): void {
    setIsPreviewing(shown !== null);
    onPreviewPicture?.(shown);
  }

  const pictureIds = shown.flatMap((run) => run.generations.flatMap(({ pictures }) => pictures.map(({ id }) => id)));
  const tabStop = focused !== undefined && pictureIds.includes(focused) ? focused : pictureIds[0];
  const focusFirstNew = useFocusFirstNew(list, "[data-picture]", pictureIds.length);

  return (
    <section
      aria-label={t("title")}
      data-slot="runs-strip"
      className="flex h-32 min-w-0 border-hairline border-t bg-surface-2"
    >
      {runs ? <RunAnnouncer runs={runs} /> : null}
      <KilnPanel runs={runs ?? []} />
      {runs === undefined && error ? (
        <ErrorNote title={t("loadFailed")} error={error} onRetry={() => void refetch()} />
      ) : runs === undefined ? (
        <div aria-busy="true" className="flex gap-1 overflow-hidden p-3 pt-8.5">
          {SKELETONS.map((key) => (
            <Skeleton key={key} className="size-18 shrink-0 rounded-sm" />
          ))}
        </div>
      ) : runs.length === 0 ? (
        <EmptyState icon={<Images aria-hidden />} title={t("none")} className="flex-1 gap-0.5 p-2">
          {t("noneText")}
        </EmptyState>
      ) : (
        <ScrollArea orientation="horizontal" className="min-w-0 flex-1">
          <ul
            ref={list}
            className="flex w-max gap-4 p-3"
            onKeyDown={(event) => {
              moveBetweenPictures(event);
              if (event.key !== "Escape" || !isPreviewing) return;
              event.preventDefault();
              preview(null);
            }}
          >
            {shown.flatMap((run) =>
              run.generations.map((generation) => (
                <GenerationGroup
                  key={generation.id}
                  generation={generation}
                  tabStop={tabStop}
                  onTabStop={setFocused}
                  onOpen={(picture) => onOpenPicture(run, picture)}
                  onShowRecipe={onShowRecipe && (() => onShowRecipe(generation))}
                  onPreview={(picture) => preview(picture && { generation, picture })}
                />
              )),
            )}
            {older ? (
              <li className="self-center">
                <MoreButton more={older} label={t("older")} onPress={focusFirstNew} />
              </li>
            ) : null}
          </ul>
        </ScrollArea>
      )}
    </section>
  );
}

/** Left and right go from picture to picture, Home and End to the first and the last. */
function moveBetweenPictures(event: KeyboardEvent<HTMLElement>): void {
  const pictures = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-picture]")];
  const place = pictures.indexOf(document.activeElement as HTMLElement);
  const targets: Record<string, number> = {
    ArrowLeft: Math.max(0, place - 1),
    ArrowRight: Math.min(pictures.length - 1, place + 1),
    Home: 0,
    End: pictures.length - 1,
  };
  const target = targets[event.key];
  if (place < 0 || target === undefined) return;
  event.preventDefault();
  pictures[target]?.focus();
}
