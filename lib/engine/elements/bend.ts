import { type FloatImage, floatImage, sampleBilinear } from "../math/float-image.ts";
import { clamp } from "../math/scalar.ts";
import type { EdgeLayer } from "./edge-layer.ts";

/** How far clear glass moves what is seen through it, as a share of its larger side for a slope of one. */
const REACH_SHARE = 0.05;
const STEEPEST = 1.6;

/** Two channels: shift in picture pixels of what lies behind each working pixel of a clear thing. */
export function bendOf(layer: EdgeLayer, height: FloatImage): FloatImage {
  const { width } = height;
  const bend = floatImage(height.width, height.height, 2);
  const reach = REACH_SHARE * Math.max(layer.pictureWidth, layer.pictureHeight);
  const slope = (after: number, before: number) =>
    clamp((((height.data[after] ?? 0) as number) - (height.data[before] ?? 0)) / 2, -STEEPEST, STEEPEST);
  for (let i = 0; i < height.data.length; i++) {
    bend.data[i * 2] = slope(i + 1, i - 1) * reach;
    bend.data[i * 2 + 1] = slope(i + width, i - width) * reach;
  }
  return bend;
}

/** Shifts three-channel pixels of a picture as they are seen through a thing, in proportion to its coverage. */
export function bendPixels(
  pixels: Float32Array | Uint8Array,
  width: number,
  height: number,
  layer: EdgeLayer,
  bend: FloatImage,
): void {
  const { left, top, pictureWidth, pictureHeight, pictureAlpha } = layer;
  const reach = Math.ceil(STEEPEST * REACH_SHARE * Math.max(pictureWidth, pictureHeight)) + 2;
  const firstColumn = Math.max(0, left - reach);
  const columns = Math.min(width, left + pictureWidth + reach) - firstColumn;
  // Rows as they were, as long as rows below look up at them; a copy of the picture would be as large as the picture.
  const kept = Array.from({ length: reach + 1 }, () => pixels.slice(0, columns * 3));
  for (let y = 0; y < pictureHeight; y++) {
    const row = y + top;
    const start = (row * width + firstColumn) * 3;
    kept[row % kept.length]?.set(pixels.subarray(start, start + columns * 3));
    const wy = (y + 0.5) * (layer.height / pictureHeight) - 0.5;
    for (let x = 0; x < pictureWidth; x++) {
      const coverage = (pictureAlpha[y * pictureWidth + x] as number) / 255;
      if (coverage <= 0) continue;
      const wx = (x + 0.5) * (layer.width / pictureWidth) - 0.5;
      const sx = clamp(Math.round(x + left + sampleBilinear(bend, wx, wy, 0)), 0, width - 1);
      const sy = clamp(Math.round(row + sampleBilinear(bend, wx, wy, 1)), 0, height - 1);
      const above = sy <= row && sy >= top;
      const source = above ? kept[sy % kept.length] : pixels;
      const from = above ? (sx - firstColumn) * 3 : (sy * width + sx) * 3;
      const to = (row * width + x + left) * 3;
      for (let c = 0; c < 3; c++)
        pixels[to + c] = (pixels[to + c] as number) * (1 - coverage) + (source?.[from + c] as number) * coverage;
    }
  }
}
