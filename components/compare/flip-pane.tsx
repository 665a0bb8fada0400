"use client";

import { Hand } from "lucide-react";
import { useTranslations } from "use-intl";
import { VersionTag } from "#components/runs/version-tag.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { PlacedPicture } from "./placed-picture.tsx";
import type { OverlayPaneProps } from "./slider-pane.tsx";
import { ZoomViewport } from "./zoom-viewport.tsx";

export interface FlipPaneProps extends OverlayPaneProps {
  /** The right picture is shown. */
  isFlipped: boolean;
  onFlip(isFlipped: boolean): void;
}

/** One picture in place of the other, for as long as it is held: what moves is what differs. */
export function FlipPane({ left, right, isFlipped, onFlip, view, onViewChange, onSpotChange }: FlipPaneProps) {
  const t = useTranslations("desk");
  const shown = isFlipped ? right : left;
  const { version } = shown.side.generation;
  return (
    <div className="relative flex min-h-0 min-w-0 flex-1">
      <ZoomViewport
        picture={left.picture}
        view={view}
        onViewChange={onViewChange}
        onSpotChange={onSpotChange}
        className="min-h-0 min-w-0 flex-1"
      >
        {(spot, pane) => (
          <>
            {[left, right].map((half) => (
              <PlacedPicture
                key={half.picture.id}
                picture={half.picture}
                alt={half === shown ? t("picture", { version, number: half.side.position + 1 }) : ""}
                spot={spot}
                pane={pane}
                className={cn(half !== shown && "invisible")}
              />
            ))}
            <VersionTag
              version={version}
              className="absolute top-2 left-2 shadow-floating not-data-[version=v3]:bg-surface-2"
            />
          </>
        )}
      </ZoomViewport>
      <Button
        size="medium"
        className="floating absolute bottom-3 left-1/2 -translate-x-1/2 touch-none"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          onFlip(true);
        }}
        onPointerUp={() => onFlip(false)}
        onPointerCancel={() => onFlip(false)}
      >
        <Hand aria-hidden />
        {t("flipHint", { version: right.side.generation.version })}
      </Button>
      <p role="status" className="sr-only">
        {t("shown", { version })}
      </p>
    </div>
  );
}
