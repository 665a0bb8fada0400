import type { RgbOut } from "../math/color.ts";
import { clamp } from "../math/scalar.ts";

export type ToneMap = "neutral" | "filmic";

/** Khronos PBR Neutral (2024): colours below 0.8 come through as they are, highlights lose saturation. For products. */
export function neutralToneMap(r: number, g: number, b: number, out: RgbOut): void {
  const start = 0.8 - 0.04;
  const low = Math.min(r, g, b);
  const offset = low < 0.08 ? low - 6.25 * low * low : 0.04;
  const peak = Math.max(r, g, b) - offset;
  if (peak < start) {
    out[0] = r - offset;
    out[1] = g - offset;
    out[2] = b - offset;
    return;
  }
  const room = 1 - start;
  const newPeak = 1 - (room * room) / (peak + room - start);
  const k = newPeak / peak;
  const towardsWhite = 1 - 1 / (0.15 * (peak - newPeak) + 1);
  out[0] = (r - offset) * k + (newPeak - (r - offset) * k) * towardsWhite;
  out[1] = (g - offset) * k + (newPeak - (g - offset) * k) * towardsWhite;
  out[2] = (b - offset) * k + (newPeak - (b - offset) * k) * towardsWhite;
}

const filmicCurve = (v: number): number =>
  (v * (v + 0.0245786) - 0.000090537) / (v * (0.983729 * v + 0.432951) + 0.238081);

/** ACES as fitted by Stephen Hill: more contrast, warm highlights. For landscapes and nights. */
export function filmicToneMap(r: number, g: number, b: number, out: RgbOut): void {
  const x = filmicCurve(0.59719 * r + 0.35458 * g + 0.04823 * b);
  const y = filmicCurve(0.076 * r + 0.90834 * g + 0.01566 * b);
  const z = filmicCurve(0.0284 * r + 0.13383 * g + 0.83777 * b);
  out[0] = clamp(1.60475 * x - 0.53108 * y - 0.07367 * z);
  out[1] = clamp(-0.10208 * x + 1.10813 * y - 0.00605 * z);
  out[2] = clamp(-0.00327 * x - 0.07276 * y + 1.07602 * z);
}

export const toneMapOf = (name: ToneMap) => (name === "filmic" ? filmicToneMap : neutralToneMap);
