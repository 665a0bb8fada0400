import type { RgbOut } from "../math/color.ts";
import { assertFinite, type FloatImage, floatImage, sampleBilinear } from "../math/float-image.ts";
import { gradientFbm, gradientNoise, valueNoise } from "../math/noise.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";

/** The part of the view that the map covers: x / z from -`HALF_WIDTH` to it, y / z from 0 to `HEIGHT`. */
const HALF_WIDTH = 0.66;
const HEIGHT = 0.6;
/** Lower edge of the curtains is 1 unit above the ground (about 100 km); they fade out below this height. */
const TOP = 3;
/** Way up and down from a sheet over which its slant is measured. */
const PROBE = 0.01;

const GREEN: Vec3 = [0.07, 0.86, 0.34];
const VIOLET: Vec3 = [0.5, 0.16, 0.78];
/** The lower hem of strong curtains. */
const PINK: Vec3 = [0.95, 0.3, 0.62];

/** Where a curtain hangs in any case: a place across and inwards. */
const HUNG = [-1.3, 4.2] as const;

/** How the curtains run, as slopes across and into the picture, how much they fold, and how far apart they hang. */
const ARRANGEMENTS = [
  { across: 0.3, inwards: 0.1, fold: 0.5 },
  { across: 0.06, inwards: 0.17, fold: 0.62 },
  { across: -0.2, inwards: 0.13, fold: 0.5 },
  { across: 0.44, inwards: 0.05, fold: 0.45 },
] as const;

/**
 * Curtains of northern light: thin sheets that stand on winding lines high above the ground, seen in perspective. Worked
 * out once for the view, `perRadian` samples to a unit of x / z, and read from there.
 */
export class Aurora {
  readonly #map: FloatImage;

  constructor({
    seed,
    layout,
    side,
    perRadian,
    steps,
  }: {
    seed: number;
    layout: number;
    side: number;
    perRadian: number;
    steps: number;
  }) {
    const width = Math.max(8, Math.round(2 * HALF_WIDTH * perRadian));
    const height = Math.max(8, Math.round(HEIGHT * perRadian));
    this.#map = floatImage(width, height, 3);
    const { across, inwards, fold } = ARRANGEMENTS[layout % ARRANGEMENTS.length] ?? ARRANGEMENTS[0];
    const shift = (seed % 613) * 1.73;
    const phase = (u: number, v: number) =>
      across * u * side + inwards * v + fold * gradientFbm(u * 0.3 + shift, v * 0.2, 2);
    // One of them always hangs in view.
    const start = phase(HUNG[0] * side, HUNG[1]);
    const sheets = (u: number, v: number) => Math.sin(Math.PI * (phase(u, v) - start));
    const light = new Float64Array(3);
    for (let row = 0; row < height; row++) {
      const slope = ((row + 0.5) / height) * HEIGHT;
      for (let column = 0; column < width; column++) {
        light.fill(0);
        lookUp(((column + 0.5) / width - 0.5) * 2 * HALF_WIDTH, slope, sheets, shift, steps, light);
        this.#map.data.set(light, (row * width + column) * 3);
      }
    }
    assertFinite(this.#map, "aurora");
  }

  /** Adds its light from a direction in front of the camera. */
  add(dx: number, dy: number, dz: number, out: RgbOut): void {
    if (dz < 0.2 || dy <= 0) return;
    const { width, height } = this.#map;
    const x = ((dx / dz / HALF_WIDTH) * 0.5 + 0.5) * width - 0.5;
    const y = (dy / dz / HEIGHT) * height - 0.5;
    const inside = smoothstep(HALF_WIDTH * 1.6, HALF_WIDTH, Math.abs(dx / dz)) * smoothstep(2, 1, dy / dz / HEIGHT);
    for (let c = 0; c < 3; c++) (out[c] as number) += inside * sampleBilinear(this.#map, x, y, c);
  }
}

/** Light along a line of sight with the slopes x / z and y / z: every sheet it passes, and the glow between them. */
function lookUp(
  tx: number,
  ty: number,
  sheets: (u: number, v: number) => number,
  shift: number,
  steps: number,
  out: RgbOut,
): void {
  let before = 0;
  let low = 1;
  // Far away the air swallows single sheets and leaves their glow.
  const near = smoothstep(0.05, 0.2, ty);
  const haze = smoothstep(0, 0.1, ty);
  for (let i = 0; i <= steps; i++) {
    const high = 1 + (TOP - 1) * (i / steps) ** 1.6;
    const here = sheets((tx * high) / ty, high / ty);
    if (i > 0 && before * here < 0 && near > 0) {
      let share = before / (before - here);
      const middle = sheetAt(low + (high - low) * share);
      share *= middle * here < 0 ? 1 + (middle / (middle - here)) * (1 / share - 1) : before / (before - middle);
      const height = low + (high - low) * share;
      // A sheet that is met at a slant is looked along, and brighter; where it turns away it must fade, not break off.
      const slope = (Math.abs(sheetAt(height + PROBE) - sheetAt(height - PROBE)) * ty) / (2 * PROBE);
      const strength = Math.min(1.7, 0.5 / (slope + 0.12)) * smoothstep(0.05, 0.5, slope / ty);
      addSheet((tx * height) / ty, height / ty, height, strength * near, shift, out);
    }
    const glow = Math.exp(-((here / 0.55) ** 2)) * Math.exp(-(high - 1) * 1.5) * ((0.15 * haze) / steps);
    for (let c = 0; c < 3; c++) (out[c] as number) += (GREEN[c] as number) * glow;
    before = here;
    low = high;
  }

  function sheetAt(h: number): number {
    return sheets((tx * h) / ty, h / ty);
  }
}

function addSheet(u: number, v: number, height: number, strength: number, shift: number, out: RgbOut): void {
  // Rays stand upright: their light does not change with height, but where they end does.
  const fine = Math.min(1, 5 / v);
  const rays = clamp(
    0.5 + 0.55 * gradientNoise(u * 2.3 + shift, v * 0.9) + fine * 0.4 * gradientNoise(u * 9, v * 3.1 + shift),
    0,
    1.3,
  );
  const patch = smoothstep(0.28, 0.75, valueNoise(u * 0.4 + shift, v * 0.25 + 7));
  const bright = strength * (0.22 + 0.8 * patch) * (0.25 + rays);
  const rise = height - 1;
  const tall = 0.16 + 0.3 * rays * (0.4 + patch);
  const body = smoothstep(0, 0.08, rise) * Math.exp(-rise / tall) * smoothstep(TOP - 1, 0.9, rise);
  const violet = smoothstep(0.15, 1.15, rise);
  const hem = smoothstep(0, 0.03, rise) * Math.exp(-rise * 30) * patch * patch * 0.4;
  for (let c = 0; c < 3; c++) {
    const color = lerp(GREEN[c] as number, VIOLET[c] as number, violet);
    // Violet outlives green on the way up.
    (out[c] as number) += bright * (color * body * (1 + 0.9 * violet) + (PINK[c] as number) * hem);
  }
}
