"use client";

import { useTranslations } from "use-intl";
import { VersionTag } from "#components/runs/version-tag.tsx";
import { type DeskSide, pictureOf } from "./desk-sides.ts";
import { PlacedPicture } from "./placed-picture.tsx";
import type { Spot, View } from "./zoom.ts";
import { ZoomViewport } from "./zoom-viewport.tsx";

export interface SidePaneProps {
  side: DeskSide;
  view: View;
  onViewChange(view: View): void;
  onSpotChange?(spot: Spot): void;
}

/** One half of the desk under the common zoom. */
export function SidePane({ side, view, onViewChange, onSpotChange }: SidePaneProps) {
  const t = useTranslations("desk");
  const picture = pictureOf(side);
  if (picture === undefined) return <EmptyPane side={side} />;
  const { version } = side.generation;
  return (
    <ZoomViewport
      picture={picture}
      view={view}
      onViewChange={onViewChange}
      onSpotChange={onSpotChange}
      className="min-h-0 min-w-0 flex-1"
    >
      {(spot, pane) => (
        <>
          <PlacedPicture
            picture={picture}
            alt={t("picture", { version, number: side.position + 1 })}
            spot={spot}
            pane={pane}
          />
          <VersionTag
            version={version}
            className="absolute top-2 left-2 bg-clip-padding shadow-floating not-data-[version=v3]:bg-surface-2"
          />
        </>
      )}
    </ZoomViewport>
  );
}

/** Keeps the half while its pictures are being made. */
export function EmptyPane({ side: { generation } }: { side: DeskSide }) {
  const t = useTranslations();
  const { version, state } = generation;
  return (
    <div className="grid min-w-0 flex-1 place-content-center bg-surround text-sm">
      {t("desk.stillWorking", { version, state: t(`runs.state.${state}`) })}
    </div>
  );
}
