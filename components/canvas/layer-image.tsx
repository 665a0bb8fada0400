"use client";

import type Konva from "konva";
import type { RefObject } from "react";
import { Image, Rect } from "react-konva/lib/ReactKonvaCore";
import { pickLevel } from "./layer-picture.ts";
import type { StageLayer } from "./stage-layer.ts";
import type { CanvasPalette } from "./use-canvas-palette.tsx";

export interface LayerImageProps {
  layer: StageLayer;
  palette: CanvasPalette;
  /** Device pixels per artboard pixel. */
  deviceZoom: number;
  isShownAsSent: boolean;
  ref?: RefObject<Konva.Image | null>;
}

/**
 * One layer, placed as `layerMatrix` places it: Konva too translates to (x, y), turns, scales and then moves back by the
 * offset, here half the picture's size.
 */
export function LayerImage({ layer, palette, deviceZoom, isShownAsSent, ref }: LayerImageProps) {
  const { size, transform, picture, role } = layer;
  const place = { ...transform, offsetX: size.width / 2, offsetY: size.height / 2, ...size, listening: false };
  if (picture === null || picture === "broken") {
    return (
      <Rect
        {...place}
        stroke={palette[role]}
        strokeWidth={1}
        strokeScaleEnabled={false}
        dash={picture === "broken" ? [4, 4] : undefined}
        opacity={picture === "broken" ? 0.9 : 0.35}
      />
    );
  }
  const levels = isShownAsSent || picture.tinted.length === 0 ? picture.plain : picture.tinted;
  const drawnScale =
    (Math.max(Math.abs(transform.scaleX), Math.abs(transform.scaleY)) * deviceZoom * size.width) /
    (levels[0]?.width ?? size.width);
  return <Image ref={ref} {...place} image={levels[pickLevel(levels.length, drawnScale)]} perfectDrawEnabled={false} />;
}
