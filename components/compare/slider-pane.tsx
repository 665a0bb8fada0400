"use client";

import { ChevronsLeftRight } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { VersionTag } from "#components/runs/version-tag.tsx";
import type { PictureView } from "#lib/api/run-view.ts";
import type { DeskSide } from "./desk-sides.ts";
import { PlacedPicture } from "./placed-picture.tsx";
import type { Spot, View } from "./zoom.ts";
import { ZoomViewport } from "./zoom-viewport.tsx";

export interface OverlayPaneProps {
  left: { side: DeskSide; picture: PictureView };
  right: { side: DeskSide; picture: PictureView };
  view: View;
  onViewChange(view: View): void;
  onSpotChange(spot: Spot): void;
}

/** Both pictures on the same spot: left of the divider the one, right of it the other. */
export function SliderPane({ left, right, view, onViewChange, onSpotChange }: OverlayPaneProps) {
  const t = useTranslations("desk");
  const frame = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(0.5);
  const versions = { left: left.side.generation.version, right: right.side.generation.version };

  function drag(event: PointerEvent<HTMLDivElement>): void {
    event.stopPropagation();
    const box = frame.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    setShare(clampShare((event.clientX - box.left) / box.width));
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const steps: Record<string, number> = { ArrowLeft: -0.02, ArrowRight: 0.02, Home: -1, End: 1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setShare((current) => clampShare(current + step * (event.shiftKey ? 5 : 1)));
  }

  return (
    <div ref={frame} className="relative flex min-h-0 min-w-0 flex-1">
      <ZoomViewport
        picture={left.picture}
        view={view}
        onViewChange={onViewChange}
        onSpotChange={onSpotChange}
        className="min-h-0 min-w-0 flex-1"
      >
        {(spot, pane) => (
          <>
            <PlacedPicture
              picture={left.picture}
              alt={t("picture", { version: versions.left, number: left.side.position + 1 })}
              spot={spot}
              pane={pane}
            />
            <div className="absolute inset-0 bg-surround" style={{ clipPath: `inset(0 0 0 ${share * 100}%)` }}>
              <PlacedPicture
                picture={right.picture}
                alt={t("picture", { version: versions.right, number: right.side.position + 1 })}
                spot={spot}
                pane={pane}
              />
            </div>
            <VersionTag
              version={versions.left}
              className="absolute top-2 left-2 shadow-floating not-data-[version=v3]:bg-surface-2"
            />
            <VersionTag
              version={versions.right}
              className="absolute top-2 right-2 shadow-floating not-data-[version=v3]:bg-surface-2"
            />
          </>
        )}
      </ZoomViewport>
      <div
        role="slider"
        tabIndex={0}
        aria-label={t("divider", versions)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        className="group absolute inset-y-0 -ml-4 flex w-8 cursor-ew-resize touch-none items-center justify-center outline-hidden"
        style={{ left: `${share * 100}%` }}
      >
        <span className="absolute inset-y-0 w-0.5 bg-white shadow-[0_0_0_1px_oklch(0_0_0/0.35)]" />
        <span className="relative grid size-7 place-content-center rounded-full bg-surface-2 text-ink shadow-floating outline-2 outline-transparent outline-offset-1 group-focus-visible:outline-focus">
          <ChevronsLeftRight aria-hidden className="size-4" />
        </span>
      </div>
    </div>
  );
}

function clampShare(share: number): number {
  return Math.min(1, Math.max(0, share));
}
