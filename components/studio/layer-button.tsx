"use client";

import type { ReactNode } from "react";
import { cn } from "#components/ui/class-names.ts";
import type { PlacedPicture } from "#lib/composition/document.ts";
import type { LayerId } from "#lib/editor/editor-state.ts";
import { layersTopDown } from "#lib/editor/layers.ts";
import { PictureThumb } from "./picture-thumb.tsx";
import { useEditor, useStudio } from "./studio-context.tsx";

export interface LayerButtonProps {
  layer: LayerId;
  picture: PlacedPicture;
  /** Where the visible words alone do not say it. */
  label?: string;
  /** Edge maps are shown on black, as they are meant; the subject on checks. */
  isOnBlack: boolean;
  className?: string;
  children: ReactNode;
}

/** One row is in the tab order, with everything on it: the selected one, else the top one. Arrow keys reach the others. */
export function useIsTabStop(layer: LayerId): boolean {
  return useEditor((state) => (state.selection ?? layersTopDown(state.document)[0]) === layer);
}

/** The part of a row that selects its layer. */
export function LayerButton({ layer, picture, label, isOnBlack, className, children }: LayerButtonProps) {
  const { editor } = useStudio();
  const isSelected = useEditor((state) => state.selection === layer);
  const isTabStop = useIsTabStop(layer);
  return (
    <button
      type="button"
      data-layer-button={layer}
      aria-label={label}
      aria-pressed={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => editor.select(layer)}
      className={cn("focus-ring flex min-w-0 items-center gap-2 rounded-sm text-left", className)}
    >
      <PictureThumb picture={picture} className={cn("size-9", isOnBlack ? "bg-black" : "checkerboard")} />
      {children}
    </button>
  );
}
