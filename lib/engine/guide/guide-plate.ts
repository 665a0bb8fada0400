import { blurred, discBlurred } from "../math/blur.ts";
import { type FloatImage, floatImage, sampleBilinear } from "../math/float-image.ts";
import { gradientFbm } from "../math/noise.ts";
import { smoothstep } from "../math/scalar.ts";
import { lostWavelengthPx } from "./guide-image.ts";

/** Highlights of an 8-bit guide are clipped; raising them lets them glow again out of focus. */
const HIGHLIGHT_FROM = 0.75;

/**
 * The guide as a backdrop. Noise moves and melts structure up to the wavelength that it would destroy, differently for
 * each seed; the prompt's weight puts the rest further out of focus.
 */
export function guidePlate(guide: FloatImage, noiseLevel: number, promptWeight: number, seed: number): FloatImage {
  const { width, height } = guide;
  const lost = lostWavelengthPx(noiseLevel, width);
  const warped = floatImage(width, height, 3);
  const shift = (seed % 9973) * 0.37;
  const unit = width / 512;
  // The wavelength grows ever faster with the level; the roots make equal steps of the level look alike.
  const onset = smoothstep(0, 90, noiseLevel);
  const reach = onset * 5.6 * unit * (lost / unit) ** 0.66;
  // Wide bends: narrower ones would fold the picture into ragged outlines.
  const period = Math.max(reach * 2.6, 40 * unit);
  // At the far end the picture also moves as a whole: nothing stands where the guide had it.
  const drift = smoothstep(620, 999, noiseLevel) * width * (shift % 2 < 1 ? 0.1 : -0.1);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sx = x + drift + (reach > 0 ? gradientFbm(x / period + shift, y / period, 3) * reach * 1.3 : 0);
      const sy = y + (reach > 0 ? gradientFbm(x / period + 57, y / period + shift, 3) * reach * 0.8 : 0);
      for (let c = 0; c < 3; c++) {
        const v = sampleBilinear(guide, mirrored(sx, width), mirrored(sy, height), c);
        warped.data[(y * width + x) * 3 + c] = v > HIGHLIGHT_FROM ? v + (v - HIGHLIGHT_FROM) ** 2 * 24 : v;
      }
    }
  }
  const lensPx =
    (1 +
      10 * promptWeight +
      30 * promptWeight ** 2 +
      onset * (0.62 * (lost / unit) ** 0.7 + 0.0034 * (lost / unit) ** 2)) *
    unit;
  return blurred(discBlurred(warped, lensPx), 0.8);
}

/** Reflects a coordinate at the borders, which would show streaks if they were repeated. */
function mirrored(x: number, size: number): number {
  const last = size - 1;
  const folded = Math.abs(x) % (2 * last || 1);
  return folded > last ? 2 * last - folded : folded;
}
