import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { LINEAR_OF_BYTE } from "../math/color.ts";
import { type FloatImage, floatImage, halved, sampleBilinear } from "../math/float-image.ts";

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

/** Fills from the half-size image, which was filled the same way; the result's weights are all 1. */
function pulled(image: FloatImage): FloatImage {
  const { width, height, data } = image;
  const coarse = width > 1 || height > 1 ? pulled(halved(image)) : null;
  const out = floatImage(width, height, 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 4;
      const weight = data[i + 3] as number;
      for (let c = 0; c < 3; c++) {
        const under = coarse
          ? sampleBilinear(coarse, x / 2 - 0.25, y / 2 - 0.25, c)
          : weight > 0
            ? (data[i + c] as number) / weight
            : 0.5;
        out.data[i + c] = (data[i + c] as number) + under * (1 - weight);
      }
      out.data[i + 3] = 1;
    }
  }
  return out;
}

/** Cumulated signal share of Stable Diffusion's scaled-linear noise schedule at each of its 1000 steps. */
const SIGNAL = (() => {
  const share = new Float64Array(1000);
  let product = 1;
  for (let t = 0; t < 1000; t++) {
    const root = Math.sqrt(0.00085) + ((Math.sqrt(0.012) - Math.sqrt(0.00085)) * t) / 999;
    product *= 1 - root * root;
    share[t] = product;
  }
  return share;
})();

/**
 * Structure finer than this many pixels is lost when noise of `level` (0 to 999) is added to a picture `widthPx` wide:
 * what a diffusion model would have to invent anew. About 1.3% of the width at 300, 10% at 850, 23% at 999.
 */
export function lostWavelengthPx(level: number, widthPx: number): number {
  const signal = SIGNAL[Math.min(999, Math.max(0, Math.round(level)))] as number;
  const ratio = Math.sqrt((1 - signal) / signal);
  return (widthPx / 1024) * 16 * ratio;
}
