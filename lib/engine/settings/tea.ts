import { gradientFbm, hash2, valueFbm, valueNoise } from "../math/noise.ts";
import { lerp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import { growGrass } from "../plants/grass.ts";
import type { Plot } from "../plants/plot.ts";
import type { Coat } from "../textures/coat.ts";
import type { Ground, Place, Planting } from "./ground-kind.ts";
import { hillsAt } from "./hills.ts";

/** Hills under clipped rows of tea that run around them, with paths of earth between the rows. */

/** From the middle of one row to that of the next, and the height of a bush. */
const ROW = 1;
const BUSH = 0.24;
/** Half of a row's width as a share of `ROW`. */
const HALF_ROW = 0.37;

interface Site {
  /** Height of the hills. */
  readonly hill: number;
  /** 0 beside a row, 1 along its middle. */
  readonly bush: number;
}

/** What is at a place `x` beside and `z` behind the product. */
function siteAt(place: Place, x: number, z: number): Site {
  const { height: hill, around } = hillsAt(place, x, z);
  const phase = (around + 0.3 * gradientFbm(x * 0.35, z * 0.35, 2) + 1.3 * gradientFbm(x * 0.1 + 5, z * 0.1, 1)) / ROW;
  const off = Math.abs(phase - Math.floor(phase) - 0.5) / HALF_ROW;
  return { hill, bush: off < 1 ? 1 - off ** 3 : 0 };
}

/** Bushes stand back from the product, and none stands before it. */
function clearAt({ taken }: Place, x: number, z: number): number {
  return smoothstep(0.25, 0.6, Math.hypot(x, z) - taken) * smoothstep(-0.5, 0.35, z - 0.3 + 0.5 * Math.abs(x));
}

function relief(shifted: number, z: number, place: Place): number {
  const x = shifted - place.shift;
  const { hill, bush } = siteAt(place, x, z);
  const lumps = 1 + 0.2 * gradientFbm(x * 2.6, z * 2.6, 2);
  // Far rows are finer than the grid of heights: their colours alone show them.
  return hill + BUSH * bush * lumps * clearAt(place, x, z) * smoothstep(19, 9, z);
}

const SHADE: Vec3 = [0.018, 0.045, 0.012];
const LEAF: Vec3 = [0.1, 0.23, 0.032];
const SHOOT: Vec3 = [0.36, 0.52, 0.085];
const EARTH: Vec3 = [0.24, 0.2, 0.095];

function teaCoat(place: Place): Coat {
  return {
    material: { reflectance: 0.025, roughness: 0.5 },
    color(a, b, coarse, out) {
      const x = a - place.x;
      const z = b - place.z;
      const bush = siteAt(place, x, z).bush * smoothstep(0.1, 0.5, clearAt(place, x, z));
      const leaf = coarse ? 0.5 : valueNoise(a * 46, b * 46) * (0.55 + 0.75 * hash2((a * 90) | 0, (b * 70) | 0));
      const crown = smoothstep(0.45, 0.98, bush) * (0.25 + 0.75 * valueFbm(a * 2.2, b * 2.2, 3));
      const soil = coarse ? 0.8 : 0.6 + 0.5 * valueFbm(a * 7, b * 7, 3);
      for (let c = 0; c < 3; c++) {
        const low = lerp(SHADE[c] as number, LEAF[c] as number, smoothstep(0.15, 0.75, bush) * (0.4 + 0.8 * leaf));
        const green = lerp(low, SHOOT[c] as number, crown * (0.3 + 0.7 * leaf));
        out[c] = lerp((EARTH[c] as number) * soil, green, smoothstep(0.04, 0.3, bush));
      }
    },
    relief: { height: (x, z) => gradientFbm(x * 13, z * 13, 3) * 0.008, step: 0.008 },
  };
}

/** Leaves that stand out of the clipped tops, and thin grass on the paths. */
function plantTea(plot: Plot, planting: Planting): void {
  const { rich, distance, place, outside } = planting;
  const bushAt = (x: number, z: number) =>
    siteAt(place, x - place.x, z - place.z).bush * clearAt(place, x - place.x, z - place.z);
  growGrass(plot, {
    count: rich ? 15_000 : 9000,
    height: 0.055,
    width: 0.007,
    colors: [
      [0.17, 0.3, 0.045],
      [0.4, 0.5, 0.11],
    ],
    rootShade: 0.4,
    bend: 0.9,
    near: distance * 0.45,
    far: distance + 5,
    cover: (x, z) =>
      smoothstep(0, 0.1, outside(x, z)) * smoothstep(0.3, 0, bushAt(x, z)) * smoothstep(0.15, 0.55, valueFbm(x, z, 3)),
  });
  growGrass(plot, {
    count: rich ? 26_000 : 15_000,
    height: 0.034,
    width: 0.014,
    colors: [LEAF, SHOOT],
    rootShade: 0.45,
    bend: 1.1,
    near: distance * 0.6,
    far: distance + 9,
    cover: (x, z) => smoothstep(0.35, 0.8, bushAt(x, z)),
  });
}

export const TEA: Ground = {
  around: "painting",
  relief,
  coat: teaCoat,
  reach: 34,
  horizon: 0.42,
  plant: plantTea,
  sun: { height: 0.4, strength: 1.25 },
  haze: 0.019,
  brightness: 1.3,
};
