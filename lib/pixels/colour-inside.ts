import type { PixelBuffer } from "./pixel-buffer.ts";

/** 0 to 255 each. */
export type Colour = [red: number, green: number, blue: number];

/** How far a pixel of the soft border may lie from solid and from empty: a wider band of half-transparency is glass, smoke or a shadow. */
const BORDER_PX = 5;
const SOLID_FROM = 250;
const EMPTY_TO = 5;

/** Offsets within `BORDER_PX`, each with the weight of a solid pixel there: the nearest ones decide, 1 / distance⁴. */
const AROUND = Array.from({ length: (2 * BORDER_PX + 1) ** 2 }, (_, index) => {
  const dx = (index % (2 * BORDER_PX + 1)) - BORDER_PX;
  const dy = Math.floor(index / (2 * BORDER_PX + 1)) - BORDER_PX;
  return { dx, dy, distance: Math.hypot(dx, dy), weight: (dx * dx + dy * dy) ** -2 };
}).filter(({ distance }) => distance > 0 && distance <= BORDER_PX);

/**
 * The colour a pixel of the border would have if nothing of an old background were in it: the mean of the solid pixels nearest to it.
 * Null for a pixel that is not of the border, because nothing solid or nothing empty is near.
 */
export function colourInside({ width, height, data }: PixelBuffer, pixel: number): Colour | null {
  const x = pixel % width;
  const y = (pixel - x) / width;
  const sum: Colour = [0, 0, 0];
  let weights = 0;
  let isOuter = false;
  for (const { dx, dy, weight } of AROUND) {
    if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
    const index = 4 * (pixel + dy * width + dx);
    const alpha = data[index + 3] as number;
    if (alpha <= EMPTY_TO) isOuter = true;
    if (alpha < SOLID_FROM) continue;
    weights += weight;
    sum[0] += weight * (data[index] as number);
    sum[1] += weight * (data[index + 1] as number);
    sum[2] += weight * (data[index + 2] as number);
  }
  return isOuter && weights > 0 ? [sum[0] / weights, sum[1] / weights, sum[2] / weights] : null;
}

/** Neither empty nor solid. */
export const isSoft = (alpha: number) => alpha > EMPTY_TO && alpha < SOLID_FROM;
