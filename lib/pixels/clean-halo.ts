import { colourInside, isSoft } from "./colour-inside.ts";
import { createPixelBuffer, type PixelBuffer } from "./pixel-buffer.ts";

/**
 * The cut-out with the colours of its soft border replaced by those of the solid pixels nearest to them; alpha and everything else stay.
 * Nothing of an old background is left there, whatever it was. Glass and hair beyond reach of anything solid stay as they are.
 */
export function cleanHalo(pixels: PixelBuffer): PixelBuffer {
  const { width, height, data } = pixels;
  const cleaned = createPixelBuffer(width, height, data.slice());
  for (let pixel = 0, index = 0; index < data.length; pixel += 1, index += 4) {
    if (!isSoft(data[index + 3] as number)) continue;
    const inside = colourInside(pixels, pixel);
    if (inside) cleaned.data.set(inside.map(Math.round), index);
  }
  return cleaned;
}
