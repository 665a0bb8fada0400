"use client";

import { useMemo } from "react";
import { Shape } from "react-konva/lib/ReactKonvaCore";
import type { Size } from "#lib/composition/document.ts";
import type { Camera } from "#lib/editor/kernels/camera.ts";
import type { CanvasPalette } from "./use-canvas-palette.tsx";

/** Under everything "as sent" lies one flat grey, so that both a white and a black line can be seen, and be measured. */
export const AS_SENT_BACKDROP = "#808080";

/** CSS pixels of one check; it does not grow with the zoom, because it is paper, not picture. */
const CHECK_PX = 8;
const OUTSIDE_SHADE = 0.72;

export interface ArtboardProps {
  artboard: Size;
  camera: Camera;
  palette: CanvasPalette;
  isShownAsSent: boolean;
}

export function ArtboardPaper({ artboard, camera, palette, isShownAsSent }: ArtboardProps) {
  const checks = useMemo(() => drawChecks(palette), [palette]);
  const width = artboard.width * camera.zoom;
  const height = artboard.height * camera.zoom;
  return (
    <Shape
      x={camera.x}
      y={camera.y}
      listening={false}
      perfectDrawEnabled={false}
      sceneFunc={(context) => {
        const pattern = context.createPattern(checks, "repeat");
        context.setAttr("fillStyle", isShownAsSent || !pattern ? AS_SENT_BACKDROP : pattern);
        context.fillRect(0, 0, width, height);
      }}
    />
  );
}

function drawChecks(palette: CanvasPalette): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = CHECK_PX * 2;
  canvas.height = CHECK_PX * 2;
  const context = canvas.getContext("2d");
  if (!context) return canvas;
  context.fillStyle = palette.checkLight;
  context.fillRect(0, 0, CHECK_PX * 2, CHECK_PX * 2);
  context.fillStyle = palette.checkDark;
  context.fillRect(0, 0, CHECK_PX, CHECK_PX);
  context.fillRect(CHECK_PX, CHECK_PX, CHECK_PX, CHECK_PX);
  return canvas;
}

/** What lies outside the artboard is dimmed, not cut: it is not sent, but it is still there to be dragged back. */
export function OutsideShade({
  artboard,
  camera,
  palette,
  isShownAsSent,
  viewport,
}: ArtboardProps & { viewport: Size }) {
  return (
    <Shape
      listening={false}
      perfectDrawEnabled={false}
      sceneFunc={(context) => {
        context.beginPath();
        context.rect(0, 0, viewport.width, viewport.height);
        context.rect(camera.x, camera.y, artboard.width * camera.zoom, artboard.height * camera.zoom);
        context.setAttr("fillStyle", palette.surround);
        context.setAttr("globalAlpha", isShownAsSent ? 1 : OUTSIDE_SHADE);
        context.fill("evenodd");
      }}
    />
  );
}
