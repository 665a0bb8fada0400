import type { Size, Transform } from "#lib/composition/document.ts";
import { type Box, layerBounds, layerMatrix, mapPoint } from "#lib/composition/geometry.ts";

/** A layer as numbers a person reads: where its visible part starts on the artboard, how large it is there, how it is turned. */
export interface LayerBox {
  /** Of the smallest upright box around the visible part. */
  left: number;
  top: number;
  /** Of the visible part itself, before it is turned. Always positive; a flip does not show. */
  width: number;
  height: number;
  /** Degrees, clockwise. */
  rotation: number;
}

export interface LayerGeometry {
  size: Size;
  transform: Transform;
  /** Part of the picture that can be seen, in its own pixels. */
  visible: Box;
}

export function readLayerBox({ size, transform, visible }: LayerGeometry): LayerBox {
  const { x, y } = layerBounds(size, transform, visible);
  return {
    left: x,
    top: y,
    width: visible.width * Math.abs(transform.scaleX),
    height: visible.height * Math.abs(transform.scaleY),
    rotation: transform.rotation,
  };
}

/**
 * The transform after one number was changed. A new size or angle keeps the middle of the visible part where it is;
 * with `isLocked` the other side follows.
 */
export function withLayerBox(layer: LayerGeometry, change: Partial<LayerBox>, isLocked: boolean): Transform {
  const { size, transform, visible } = layer;
  const before = readLayerBox(layer);
  if (change.left !== undefined || change.top !== undefined) {
    return {
      ...transform,
      x: transform.x + (change.left ?? before.left) - before.left,
      y: transform.y + (change.top ?? before.top) - before.top,
    };
  }
  const growX = change.width === undefined ? undefined : change.width / before.width;
  const growY = change.height === undefined ? undefined : change.height / before.height;
  const changed: Transform = {
    ...transform,
    scaleX: transform.scaleX * (growX ?? (isLocked ? growY : undefined) ?? 1),
    scaleY: transform.scaleY * (growY ?? (isLocked ? growX : undefined) ?? 1),
    rotation: change.rotation ?? transform.rotation,
  };
  const middle = { x: visible.x + visible.width / 2, y: visible.y + visible.height / 2 };
  const from = mapPoint(layerMatrix(size, transform), middle);
  const to = mapPoint(layerMatrix(size, changed), middle);
  return { ...changed, x: changed.x + from.x - to.x, y: changed.y + from.y - to.y };
}
