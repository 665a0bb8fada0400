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
  const firstRow = Math.max(0, layer.top - Math.ceil(STEEPEST * REACH_SHARE * layer.pictureHeight) - 2);
  const lastRow = Math.min(height, layer.top + layer.pictureHeight * 2);
  const before = pixels.slice(firstRow * width * 3, lastRow * width * 3);
  for (let y = 0; y < layer.pictureHeight; y++) {
    const wy = (y + 0.5) * (layer.height / layer.pictureHeight) - 0.5;
    for (let x = 0; x < layer.pictureWidth; x++) {
      const coverage = layer.pictureAlpha[y * layer.pictureWidth + x] as number;
      if (coverage <= 0) continue;
      const wx = (x + 0.5) * (layer.width / layer.pictureWidth) - 0.5;
      const sx = clamp(Math.round(x + layer.left + sampleBilinear(bend, wx, wy, 0)), 0, width - 1);
      const sy = clamp(Math.round(y + layer.top + sampleBilinear(bend, wx, wy, 1)), firstRow, lastRow - 1);
      const from = ((sy - firstRow) * width + sx) * 3;
      const to = ((y + layer.top) * width + x + layer.left) * 3;
      for (let c = 0; c < 3; c++)
        pixels[to + c] = (pixels[to + c] as number) * (1 - coverage) + (before[from + c] as number) * coverage;
    }
  }
}
