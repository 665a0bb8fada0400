import { blurred, discBlurred } from "../math/blur.ts";
import { type FloatImage, floatImage, halved, sampleBilinear } from "../math/float-image.ts";
import { gradientFbm } from "../math/noise.ts";
import { lerp, smoothstep } from "../math/scalar.ts";

/** The side that lengths are given for. */
const REFERENCE_SIDE_PX = 512;

/** Radius over which the noise (0 to 999) melts a guide, in pixels of a 512 px picture: nothing at 0, a wash at 999. */
export function meltedPx(noiseLevel: number): number {
  const t = noiseLevel / 999;
  return 5.5 * t + 54 * t ** 5;
}

/** Disc blurs know whole pixels only: below this radius they are mixed with the sharp picture. */
const LEAST_DISC_PX = 2;
/** What is blurred as widely as this has no detail for half of its pixels. */
const COARSE_PX = 14;

/**
 * The guide as a backdrop. Noise moves and melts its structure, differently for each seed; `defocus` (0 to 1) puts the rest
 * out of focus. At noise 0 and in focus it is the guide itself; a wash comes in fewer pixels.
 */
export function guidePlate(guide: FloatImage, noiseLevel: number, defocus: number, seed: number): FloatImage {
  const unit = Math.max(guide.width, guide.height) / REFERENCE_SIDE_PX;
  const meltPx = meltedPx(noiseLevel) * unit;
  let moved = moving(guide, meltPx * 0.8, noiseLevel, seed, unit);
  let lensPx = meltPx + 9 * defocus ** 2 * unit;
  for (; lensPx >= COARSE_PX; lensPx /= 2) moved = halved(moved);
  const out = discBlurred(moved, Math.max(LEAST_DISC_PX, lensPx));
  if (lensPx >= LEAST_DISC_PX) return blurred(out, lensPx * 0.2);
  for (let i = 0; i < out.data.length; i++)
    out.data[i] = lerp(moved.data[i] as number, out.data[i] as number, lensPx / LEAST_DISC_PX);
  return out;
}

/** Bends the picture by up to about `reach` pixels; at the far end of the noise nothing stands where the guide had it. */
function moving(guide: FloatImage, reach: number, noiseLevel: number, seed: number, unit: number): FloatImage {
  if (reach <= 0) return guide;
  const { width, height } = guide;
  const shift = (seed % 9973) * 0.37;
  // Wide bends: narrower ones would fold the picture into ragged outlines.
  const period = Math.max(reach * 2.6, 40 * unit);
  const drift = smoothstep(620, 999, noiseLevel) * width * (shift % 2 < 1 ? 0.1 : -0.1);
  const out = floatImage(width, height, 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sx = mirrored(x + drift + gradientFbm(x / period + shift, y / period, 3) * reach * 1.3, width);
      const sy = mirrored(y + gradientFbm(x / period + 57, y / period + shift, 3) * reach * 0.8, height);
      for (let c = 0; c < 3; c++) out.data[(y * width + x) * 3 + c] = sampleBilinear(guide, sx, sy, c);
    }
  }
  return out;
}

/** Reflects a coordinate at the borders, which would show streaks if they were repeated. */
function mirrored(x: number, size: number): number {
  const last = size - 1;
  const folded = Math.abs(x) % (2 * last || 1);
  return folded > last ? 2 * last - folded : folded;
}
