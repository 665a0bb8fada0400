import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { type Plane, resamplePlane } from "#lib/pixels/resample.ts";

/** What edges are looked for in, all 0 to 1 (opponent colours -1 to 1). */
export interface ColourPlanes {
  width: number;
  height: number;
  /** Gamma-encoded, as the eye judges contrast. */
  luma: Float32Array;
  redGreen: Float32Array;
  blueYellow: Float32Array;
  /** 1 inside the cut-out, 0 outside: its outline counts even where the picture is as black as the ground. */
  inside: Float32Array;
}

/** Alpha above which a pixel belongs to the cut-out; the rest becomes black. Source: the script of the API reference. */
const INSIDE_ABOVE = 127;

/** The cut-out on black, at the size of the grid, taken apart into what the eye compares. */
export function colourPlanes(pixels: PixelBuffer, width: number, height: number): ColourPlanes {
  const [red, green, blue, inside] = [0, 1, 2, 3].map(
    (channel) => resamplePlane(channelInside(pixels, channel), width, height, "cubic").values,
  ) as [Float32Array, Float32Array, Float32Array, Float32Array];
  const luma = new Float32Array(width * height);
  const redGreen = new Float32Array(width * height);
  const blueYellow = new Float32Array(width * height);
  for (let index = 0; index < luma.length; index += 1) {
    const r = red[index] as number;
    const g = green[index] as number;
    const b = blue[index] as number;
    luma[index] = 0.299 * r + 0.587 * g + 0.114 * b;
    redGreen[index] = r - g;
    blueYellow[index] = b - (r + g) / 2;
  }
  return { width, height, luma, redGreen, blueYellow, inside };
}

function channelInside({ width, height, data }: PixelBuffer, channel: number): Plane {
  const values = new Float32Array(width * height);
  for (let pixel = 0, index = 0; pixel < values.length; pixel += 1, index += 4) {
    if ((data[index + 3] as number) <= INSIDE_ABOVE) continue;
    values[pixel] = channel === 3 ? 1 : (data[index + channel] as number) / 255;
  }
  return { width, height, values };
}
