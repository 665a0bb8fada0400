"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { RelativeTime } from "#components/shell/relative-time.tsx";
import type { GenerationView, RunView } from "#lib/api/run-view.ts";
import { runsQuery } from "#lib/client/queries.ts";
import { runsOf } from "#lib/client/run-pages.ts";
import { deskSides, pictureOf, startPositions } from "./desk-sides.ts";
import { DESK_MODES, type DeskMode, DeskToolbar } from "./desk-toolbar.tsx";
import { FlipPane } from "./flip-pane.tsx";
import { PicturePager } from "./picture-pager.tsx";
import { SidePane } from "./side-pane.tsx";
import { SliderPane } from "./slider-pane.tsx";
import { panBy, type Spot, stepFactor, type View, zoomAt } from "./zoom.ts";

export interface DeskProps {
  run: RunView;
  /** The picture to begin with. */
  pictureId?: string;
  /** The request that a side's pictures came from was asked for. */
  onShowRecipe?(generation: GenerationView): void;
  onClose(): void;
}

const MIDDLE = { x: 0, y: 0 };
const PAN_STEP_PX = 64;

/**
 * v2 and v3 of one run under one zoom: side by side, under a divider, or one in place of the other. Fills the window; Escape leaves.
 * Keys: + and - zoom, 0 fits, 1 shows every pixel, arrows pan, comma and full stop page both sides, M changes the view.
 */
export function Desk({ run: openedRun, pictureId, onShowRecipe, onClose }: DeskProps) {
  const t = useTranslations("desk");
  const stage = useRef<HTMLDivElement>(null);
  const { data: run = openedRun } = useInfiniteQuery({
    ...runsQuery(openedRun.projectId),
    select: (pages) => runsOf(pages).find(({ id }) => id === openedRun.id) ?? openedRun,
  });
  const [positions, setPositions] = useState(() => startPositions(openedRun, pictureId));
  const [mode, setMode] = useState<DeskMode>("side");
  const [view, setView] = useState<View>(null);
  const [spot, setSpot] = useState<Spot | null>(null);
  const [isFlipped, setFlipped] = useState(false);

  const sides = deskSides(run, positions);
  const halves = sides.flatMap((side) => {
    const picture = pictureOf(side);
    return picture ? [{ side, picture }] : [];
  });
  const [left, right] = halves;
  const size = left?.picture;
  const shownMode = left && right ? mode : "side";

  function page(place: number, position: number): void {
    setPositions(([a, b]) => (place === 0 ? [position, b] : [a, position]));
  }

  function zoomBy(factor: number): void {
    if (spot && size) setView(zoomAt(spot, factor, MIDDLE, size));
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const pans: Record<string, [number, number]> = {
      ArrowLeft: [1, 0],
      ArrowRight: [-1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    };
    const pan = pans[event.key];
    if (pan) {
      const isInControls = (event.target as HTMLElement).closest("[data-slot=toggle-group], [role=slider]");
      if (isInControls || !spot || !size) return;
      setView(panBy(spot, { x: pan[0] * PAN_STEP_PX, y: pan[1] * PAN_STEP_PX }, size));
    } else if (event.key === "+" || event.key === "=") zoomBy(stepFactor(1));
    else if (event.key === "-") zoomBy(stepFactor(-1));
    else if (event.key === "0") setView(null);
    else if (event.key === "1") zoomBy(spot ? 1 / spot.zoom : 1);
    else if (event.key === "," || event.key === ".") {
      const step = event.key === "," ? -1 : 1;
      for (const [place, side] of sides.entries()) page(place, side.position + step);
    } else if (event.key === "m" || event.key === "M") {
      setMode((current) => DESK_MODES[(DESK_MODES.indexOf(current) + 1) % DESK_MODES.length] ?? "side");
    } else if (event.key === " " && shownMode === "flip" && event.target === stage.current) setFlipped(true);
    else return;
    event.preventDefault();
  }

  const pane = { view, onViewChange: setView };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Popup
          data-slot="desk"
          initialFocus={stage}
          onKeyDown={onKeyDown}
          onKeyUp={(event) => event.key === " " && setFlipped(false)}
          className="fixed inset-0 z-40 flex flex-col bg-surface-1 outline-hidden"
        >
          <DeskToolbar
            title={
              <>
                <Dialog.Title className="whitespace-nowrap font-semibold">{t("title")}</Dialog.Title>
                <span className="truncate text-muted text-xs">
                  <RelativeTime at={run.createdAt} />
                  {sides.length === 1 ? ` · ${t("single")}` : null}
                </span>
              </>
            }
            mode={shownMode}
            onModeChange={setMode}
            isSingle={!left || !right}
            zoom={spot?.zoom ?? null}
            isFitted={view === null}
            onZoom={(direction) => zoomBy(stepFactor(direction))}
            onFit={() => setView(null)}
            onActualSize={() => zoomBy(spot ? 1 / spot.zoom : 1)}
            onClose={onClose}
          />
          <div
            ref={stage}
            role="application"
            aria-label={t("viewport")}
            tabIndex={-1}
            className="flex min-h-0 flex-1 gap-px bg-surface-1 outline-hidden max-sm:flex-col"
          >
            {sides.length === 0 ? (
              <p className="m-auto text-sm">{t("noPictures")}</p>
            ) : shownMode === "slider" && left && right ? (
              <SliderPane left={left} right={right} {...pane} onSpotChange={setSpot} />
            ) : shownMode === "flip" && left && right ? (
              <FlipPane
                left={left}
                right={right}
                {...pane}
                onSpotChange={setSpot}
                isFlipped={isFlipped}
                onFlip={setFlipped}
              />
            ) : (
              sides.map((side, place) => (
                <SidePane
                  key={place === 0 ? "left" : "right"}
                  side={side}
                  {...pane}
                  onSpotChange={side === left?.side ? setSpot : undefined}
                />
              ))
            )}
          </div>
          <footer className="grid shrink-0 auto-cols-fr grid-flow-col divide-x divide-hairline border-hairline border-t bg-surface-2 max-sm:grid-flow-row">
            {sides.map((side, place) => (
              <PicturePager
                key={place === 0 ? "left" : "right"}
                side={side}
                onPositionChange={(position) => page(place, position)}
                onShowRecipe={onShowRecipe && (() => onShowRecipe(side.generation))}
              />
            ))}
          </footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
