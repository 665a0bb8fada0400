import type { Size, Transform } from "#lib/composition/document.ts";
import { layerMatrix, type Point } from "#lib/composition/geometry.ts";

/** Alpha of a picture at a reduced size, 0 to 255, rows top to bottom. */
export interface AlphaMask extends Size {
  alpha: Uint8Array;
}

export interface PickableLayer<Id> {
  id: Id;
  size: Size;
  transform: Transform;
  /** Null while the picture is loading: its whole frame counts then. */
  mask: AlphaMask | null;
}

/** Fainter than this nobody aims at it. */
const SEEN_ALPHA = 12;

/** The artboard point in picture pixels; null for a layer scaled to nothing. */
export function toPicturePoint(size: Size, transform: Transform, { x, y }: Point): Point | null {
  const [a, b, c, d, e, f] = layerMatrix(size, transform);
  const determinant = a * d - b * c;
  if (determinant === 0) return null;
  return {
    x: (d * (x - e) - c * (y - f)) / determinant,
    y: (a * (y - f) - b * (x - e)) / determinant,
  };
}

/** The first of `layers` (top-most first) that has something to see within `reach` artboard pixels of the point. */
export function pickLayer<Id>(layers: readonly PickableLayer<Id>[], point: Point, reach: number): Id | null {
  return layers.find((layer) => isSeenAt(layer, point, reach))?.id ?? null;
}

function isSeenAt<Id>({ size, transform, mask }: PickableLayer<Id>, point: Point, reach: number): boolean {
  const centre = toPicturePoint(size, transform, point);
  if (!centre) return false;
  const reachX = reach / Math.max(1e-6, Math.abs(transform.scaleX));
  const reachY = reach / Math.max(1e-6, Math.abs(transform.scaleY));
  const area = mask ?? { width: 1, height: 1, alpha: Uint8Array.of(255) };
  const column = (x: number) => Math.floor((x / size.width) * area.width);
  const row = (y: number) => Math.floor((y / size.height) * area.height);
  const left = Math.max(0, column(centre.x - reachX));
  const right = Math.min(area.width - 1, column(centre.x + reachX));
  const top = Math.max(0, row(centre.y - reachY));
  const bottom = Math.min(area.height - 1, row(centre.y + reachY));
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      if ((area.alpha[y * area.width + x] ?? 0) > SEEN_ALPHA) return true;
    }
  }
  return false;
}
