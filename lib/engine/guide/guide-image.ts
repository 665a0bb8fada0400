import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { LINEAR_OF_BYTE } from "../math/color.ts";
import { type FloatImage, floatImage, halved, sampleBilinear } from "../math/float-image.ts";
import { lerp } from "../math/scalar.ts";

/** Linear RGB of a guide; where its alpha is 0 the colours around flow in (push-pull). */
export function guideLight({ width, height, data }: PixelBuffer): FloatImage {
  const weighted = floatImage(width, height, 4);
  for (let i = 0; i < width * height; i++) {
    const weight = (data[i * 4 + 3] as number) / 255;
    for (let c = 0; c < 3; c++)
      weighted.data[i * 4 + c] = (LINEAR_OF_BYTE[data[i * 4 + c] as number] as number) * weight;
    weighted.data[i * 4 + 3] = weight;
  }
  const filled = pulled(weighted);
  const out = floatImage(width, height, 3);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) out.data[i * 3 + c] = filled.data[i * 4 + c] as number;
  }
  return out;
}

/** Rounds of smoothing at each size: they take away the steps of the coarser one. */
const ROUNDS = 8;

/**
 * Fills from the half-size image, which was filled the same way; the result's weights are all 1. A pixel of which any part
 * is known counts as known, and those between are drawn smooth, so that the filling begins with the colours beside it.
 */
function pulled(image: FloatImage): FloatImage {
  const { width, height, data } = image;
  const coarse = width > 1 || height > 1 ? pulled(halved(image)) : null;
  const out = floatImage(width, height, 4);
  const unknown: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 4;
      const weight = data[i + 3] as number;
      const known = Math.min(1, 4 * weight);
      for (let c = 0; c < 3; c++) {
        const under = coarse ? sampleBilinear(coarse, x / 2 - 0.25, y / 2 - 0.25, c) : 0.5;
        out.data[i + c] = weight > 0 ? lerp(under, (data[i + c] as number) / weight, known) : under;
      }
      out.data[i + 3] = 1;
      if (weight === 0) unknown.push(i);
    }
  }
  for (let round = 0; round < ROUNDS; round++) smooth(out, unknown);
  return out;
}

/** Gives each of these pixels the mean of its four neighbours, one after the other, in place. */
function smooth({ width, height, data }: FloatImage, pixels: readonly number[]): void {
  const row = width * 4;
  for (const i of pixels) {
    const x = (i % row) / 4;
    const up = i >= row ? i - row : i;
    const down = i < row * (height - 1) ? i + row : i;
    const left = x > 0 ? i - 4 : i;
    const right = x < width - 1 ? i + 4 : i;
    for (let c = 0; c < 3; c++)
      data[i + c] =
        ((data[up + c] as number) +
          (data[down + c] as number) +
          (data[left + c] as number) +
          (data[right + c] as number)) /
        4;
  }
}
