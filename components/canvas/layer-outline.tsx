"use client";

import { Rect } from "react-konva/lib/ReactKonvaCore";
import type { StageLayer } from "./stage-layer.ts";
import type { CanvasPalette } from "./use-canvas-palette.tsx";

/** A frame without handles around what can be seen of a layer. */
export function LayerOutline({ layer, palette }: { layer: StageLayer; palette: CanvasPalette }) {
  const { transform, visible, size, role } = layer;
  return (
    <Rect
      {...transform}
      width={visible.width}
      height={visible.height}
      offsetX={size.width / 2 - visible.x}
      offsetY={size.height / 2 - visible.y}
      stroke={palette[role]}
      strokeWidth={1.5}
      strokeScaleEnabled={false}
    />
  );
}
