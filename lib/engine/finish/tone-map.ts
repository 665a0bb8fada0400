import type { RgbOut } from "../math/color.ts";
import { clamp } from "../math/scalar.ts";

export type ToneMap = "neutral" | "filmic";

/** Khronos PBR Neutral (2024): colours below 0.8 come through as they are, highlights lose saturation. For products. */
function neutralToneMap(r: number, g: number, b: number, out: RgbOut): void {
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
function filmicToneMap(r: number, g: number, b: number, out: RgbOut): void {
  const x = filmicCurve(0.59719 * r + 0.35458 * g + 0.04823 * b);
  const y = filmicCurve(0.076 * r + 0.90834 * g + 0.01566 * b);
  const z = filmicCurve(0.0284 * r + 0.13383 * g + 0.83777 * b);
  out[0] = clamp(1.60475 * x - 0.53108 * y - 0.07367 * z);
  out[1] = clamp(-0.10208 * x + 1.10813 * y - 0.00605 * z);
  out[2] = clamp(-0.00327 * x - 0.07276 * y + 1.07602 * z);
}

/** Brightest level that is undone: what a tone map made white could have been anything. */
const WHITE = 0.95;

/** The light that `neutralToneMap` makes of it a colour from 0 to 1. */
function withoutNeutral(r: number, g: number, b: number, out: RgbOut): void {
  const start = 0.8 - 0.04;
  const peak = Math.min(WHITE, Math.max(r, g, b));
  let k = 1;
  let white = 0;
  if (peak > start) {
    const was = (1 - start) ** 2 / (1 - peak) - (1 - start) + start;
    white = 1 - 1 / (0.15 * (was - peak) + 1);
    k = was / peak;
  }
  const before = (v: number) => ((Math.min(v, WHITE) - peak * white) / (1 - white)) * k;
  out[0] = before(r);
  out[1] = before(g);
  out[2] = before(b);
  const low = Math.max(0, Math.min(out[0], out[1], out[2]));
  const offset = low < 0.04 ? Math.sqrt(low / 6.25) - low : 0.04;
  for (let c = 0; c < 3; c++) out[c] = Math.max(0, (out[c] as number) + offset);
}

/** `filmicCurve` backwards: the positive root of its quadratic. */
function withoutFilmicCurve(y: number): number {
  const a = 1 - 0.983729 * y;
  const b = 0.0245786 - 0.432951 * y;
  return (-b + Math.sqrt(Math.max(0, b * b + 4 * a * (0.000090537 + 0.238081 * y)))) / (2 * a);
}

function withoutFilmic(r: number, g: number, b: number, out: RgbOut): void {
  const level = (v: number) => withoutFilmicCurve(clamp(v, 0, WHITE));
  const x = level(0.643038 * r + 0.311187 * g + 0.045776 * b);
  const y = level(0.059269 * r + 0.931436 * g + 0.009295 * b);
  const z = level(0.005962 * r + 0.06393 * g + 0.930109 * b);
  out[0] = Math.max(0, 1.76474 * x - 0.675778 * y - 0.088963 * z);
  out[1] = Math.max(0, -0.147028 * x + 1.160252 * y - 0.013224 * z);
  out[2] = Math.max(0, -0.036337 * x - 0.162436 * y + 1.198773 * z);
}

/** Exposed light from which a tone map makes a colour again: a finished picture comes through it as it was. */
export const withoutToneMapOf = (name: ToneMap) => (name === "filmic" ? withoutFilmic : withoutNeutral);

export const toneMapOf = (name: ToneMap) => (name === "filmic" ? filmicToneMap : neutralToneMap);
