"use client";

import { Rect } from "react-konva/lib/ReactKonvaCore";
import type { Size } from "#lib/composition/document.ts";
import { type Camera, toScreen } from "#lib/editor/kernels/camera.ts";
import type { SnapPlan } from "#lib/editor/kernels/snap.ts";

/** The lines a dragged layer has been pulled to, across the whole canvas. */
export function SnapGuides({
  plan,
  camera,
  viewport,
  colour,
}: {
  plan: SnapPlan;
  camera: Camera;
  viewport: Size;
  colour: string;
}) {
  return (
    <>
      {plan.vertical.map((x) => (
        <Rect
          key={`x${x}`}
          x={Math.round(toScreen(camera, { x, y: 0 }).x)}
          y={0}
          width={1}
          height={viewport.height}
          fill={colour}
          listening={false}
        />
      ))}
      {plan.horizontal.map((y) => (
        <Rect
          key={`y${y}`}
          x={0}
          y={Math.round(toScreen(camera, { x: 0, y }).y)}
          width={viewport.width}
          height={1}
          fill={colour}
          listening={false}
        />
      ))}
    </>
  );
}
