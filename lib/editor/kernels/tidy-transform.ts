import type { Transform } from "#lib/composition/document.ts";

const LIMIT = { position: 1e5, scale: 100, smallestScale: 1e-3 } as const;

function rounded(value: number, steps: number): number {
  // `+ 0` turns -0, which JSON drops, into 0.
  return Math.round(value * steps) / steps + 0;
}

function clampScale(scale: number): number {
  const size = Math.min(LIMIT.scale, Math.max(LIMIT.smallestScale, Math.abs(scale)));
  return rounded(scale < 0 ? -size : size, 1e5);
}

/** What a gesture left behind, within the document's limits and without the tail of its arithmetic. Degrees in (-180, 180]. */
export function tidyTransform({ x, y, scaleX, scaleY, rotation }: Transform): Transform {
  const position = (value: number) => rounded(Math.min(LIMIT.position, Math.max(-LIMIT.position, value)), 100);
  const turned = ((rotation % 360) + 360) % 360;
  return {
    x: position(x),
    y: position(y),
    scaleX: clampScale(scaleX),
    scaleY: clampScale(scaleY),
    rotation: rounded(turned > 180 ? turned - 360 : turned, 100),
  };
}
