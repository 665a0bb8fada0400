"use client";

import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { cn } from "#components/ui/class-names.ts";
import { useZoomGestures } from "./use-zoom-gestures.ts";
import { type PixelSize, resolveView, type Spot, type View } from "./zoom.ts";

export interface ZoomViewportProps {
  picture: PixelSize;
  view: View;
  onViewChange(view: View): void;
  /** Told with every change of what the pane shows. */
  onSpotChange?(spot: Spot): void;
  className?: string;
  children(spot: Spot, pane: PixelSize): ReactNode;
}

/** A pane over a picture that knows its own size and takes the gestures of zooming. */
export function ZoomViewport({ picture, view, onViewChange, onSpotChange, className, children }: ZoomViewportProps) {
  const element = useRef<HTMLDivElement>(null);
  const [pane, setPane] = useState<PixelSize | null>(null);
  const { width, height } = picture;
  const spot = useMemo(() => pane && resolveView(view, pane, { width, height }), [view, pane, width, height]);
  useZoomGestures(element, { view, spot, picture, onViewChange });

  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setPane({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (spot) onSpotChange?.(spot);
  }, [spot, onSpotChange]);

  return (
    <div
      ref={element}
      data-slot="zoom-viewport"
      className={cn(
        "relative cursor-grab touch-none select-none overflow-hidden bg-surround active:cursor-grabbing",
        className,
      )}
    >
      {spot && pane ? children(spot, pane) : null}
    </div>
  );
}
