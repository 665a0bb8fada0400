import type { RgbOut } from "../math/color.ts";
import { gradientFbm, hash2, valueFbm } from "../math/noise.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import { mixed, type Vec3 } from "../math/vector.ts";
import type { GlobeSurface } from "./globe.ts";

/** Noise over a globe without a seam: two planes that fade into each other towards the poles of the third. */
function fbmOn(x: number, y: number, z: number, scale: number, octaves: number, gain = 0.52): number {
  return valueFbm(x * scale + z * scale * 0.6, y * scale - z * scale * 0.35 + 11, octaves, gain);
}

const OCEAN: Vec3 = [0.008, 0.045, 0.14];
const SHELF: Vec3 = [0.02, 0.12, 0.2];
const FOREST: Vec3 = [0.035, 0.085, 0.025];
const DRY: Vec3 = [0.3, 0.2, 0.1];
const POLE: Vec3 = [0.8, 0.85, 0.9];

/** Oceans, continents, and weather that swirls over both. */
export function earthSurface(seed: number): GlobeSurface {
  const shift = (seed % 37) * 1.9;
  return (x, y, z, out) => {
    const land = fbmOn(x + shift, y, z, 2.3, 8, 0.56);
    const coast = smoothstep(0.5, 0.53, land);
    const dry = smoothstep(0.42, 0.6, fbmOn(x - 5, y + shift, z, 3, 5)) * smoothstep(0.75, 0.2, Math.abs(y));
    const ice = smoothstep(0.8, 0.9, Math.abs(y) + 0.08 * gradientFbm(x * 6, z * 6, 3));
    const swirl = gradientFbm(x * 2.4 + shift, y * 4.2, 4);
    const weather = valueFbm((x + 0.3 * swirl) * 4.6 + shift, (y + 0.13 * swirl) * 9.5 + z * 1.6, 8, 0.62);
    const cloud = smoothstep(0.47, 0.7, weather) * 0.95;
    for (let c = 0; c < 3; c++) {
      const sea = lerp(OCEAN[c] as number, SHELF[c] as number, smoothstep(0.44, 0.51, land));
      const ground = lerp(FOREST[c] as number, DRY[c] as number, dry) * (0.75 + 0.6 * land);
      const bare = lerp(lerp(sea, ground, coast), POLE[c] as number, ice);
      out[c] = lerp(bare, 0.86, cloud);
    }
  };
}

/** A giant's bands, torn where they pass each other. `tones`: zone, belt, and the thin belts between. */
export function bandedSurface(seed: number, [zone, belt, thin]: readonly [Vec3, Vec3, Vec3]): GlobeSurface {
  const shift = (seed % 41) * 2.3;
  return (x, y, z, out) => {
    const around = Math.atan2(x, z);
    const torn =
      gradientFbm(around * 4.2 + shift, y * 13, 5, 0.6) * 0.05 + gradientFbm(around * 1.3, y * 4 + shift, 2) * 0.03;
    const latitude = y + torn;
    const wide = smoothstep(0.38, 0.62, valueFbm(latitude * 4.2 + shift, 3.7, 2));
    const narrow = smoothstep(0.45, 0.65, valueFbm(latitude * 17 + shift, 9.1, 3));
    const fine = 0.9 + 0.2 * valueFbm(around * 2.4 + shift, latitude * 60, 3);
    for (let c = 0; c < 3; c++) {
      const base = lerp(zone[c] as number, belt[c] as number, wide);
      out[c] = lerp(base, thin[c] as number, narrow * 0.55) * fine;
    }
  };
}

/** How much craters of one size brighten (rims, rays) or darken (floors) a place; about -0.4 to 0.5. */
function craterTone(x: number, y: number, cell: number, share: number): number {
  const column = Math.floor(x / cell);
  const row = Math.floor(y / cell);
  let tone = 0;
  for (let i = column - 1; i <= column + 1; i++) {
    for (let j = row - 1; j <= row + 1; j++) {
      if (hash2(i + 17, j + 5) > share) continue;
      const radius = cell * (0.18 + 0.24 * hash2(i + 11, j + 97));
      const d = Math.hypot(x - (i + hash2(i, j)) * cell, y - (j + hash2(i + 57, j + 31)) * cell) / radius;
      if (d > 1.6) continue;
      tone += 0.3 * Math.exp(-(((d - 1) / 0.16) ** 2)) - 0.22 * smoothstep(1, 0.6, d);
    }
  }
  return tone;
}

/** A dry world of stone: dark plains, bright highlands, craters. */
export function rockySurface(seed: number, dark: Vec3, bright: Vec3): GlobeSurface {
  const shift = (seed % 43) * 1.7;
  return (x, y, z, out) => {
    // Towards the rim a map would be squeezed: arcs from the middle are not.
    const k = Math.acos(clamp(z, -1, 1)) / Math.sqrt(Math.max(1e-6, 1 - z * z));
    const u = x * k + shift;
    const v = y * k;
    const plain = smoothstep(0.42, 0.58, fbmOn(x + shift, y, z, 1.9, 5) * 0.8 + 0.2 * valueFbm(u * 5, v * 5, 4));
    const grain = 0.8 + 0.4 * valueFbm(u * 13, v * 13, 4);
    const craters = 1 + craterTone(u, v, 0.34, 0.55) * 0.7 + craterTone(u + 3, v, 0.14, 0.5) * 0.8;
    const ray = 0.35 * Math.exp(-((u - shift - 0.2) ** 2 + (v + 0.55) ** 2) * 30);
    for (let c = 0; c < 3; c++)
      out[c] = lerp(dark[c] as number, bright[c] as number, plain) * grain * craters + ray * (bright[c] as number);
  };
}

export const MOON_TONES: readonly [Vec3, Vec3] = [
  [0.34, 0.34, 0.35],
  [0.72, 0.71, 0.69],
];

/** A flat ring around a globe of radius 1: turned in the picture by `lean`, seen from `open` (sine of the angle) above. */
export interface Ring {
  readonly lean: number;
  readonly open: number;
  readonly color: Vec3;
  readonly seed: number;
  /** Towards the light, normalised, in the axes of `GlobeSurface`. */
  readonly light: Vec3;
}

/** Its colour at a place of the picture, into `out`, how much it covers, and whether that part is behind the globe; null beside it. */
export function ringAt(
  x: number,
  y: number,
  { lean, open, color, seed, light }: Ring,
  out: RgbOut,
): { opacity: number; behind: boolean } | null {
  const cos = Math.cos(lean);
  const sin = Math.sin(lean);
  const a = x * cos + y * sin;
  const b = (-x * sin + y * cos) / open;
  const r = Math.sqrt(a * a + b * b);
  if (r < 1.24 || r > 2.3) return null;
  const gaps = 0.35 + 0.65 * valueFbm(r * 15 + (seed % 29), 4.4, 4);
  const division = 1 - 0.9 * smoothstep(0.045, 0.02, Math.abs(r - 1.93));
  const edge = smoothstep(1.24, 1.34, r) * smoothstep(2.3, 2.24, r);
  const tone = mixed(color, [1, 0.97, 0.92], 0.35 * gaps);
  // In the globe's shadow: the way to the light leads through it.
  const z = -b * Math.sqrt(1 - open * open);
  const towards = x * light[0] + y * light[1] + z * light[2];
  const lit = towards > 0 ? 1 : smoothstep(0.94, 1.04, x * x + y * y + z * z - towards * towards);
  for (let c = 0; c < 3; c++) out[c] = (tone[c] as number) * (0.03 + 0.97 * lit);
  return { opacity: gaps * division * edge * 0.92, behind: b > 0 };
}
