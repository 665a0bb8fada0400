import { gradientFbm, hash2, valueFbm, valueNoise } from "../math/noise.ts";
import { lerp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import { growGrass } from "../plants/grass.ts";
import type { Plot } from "../plants/plot.ts";
import type { SceneSpec } from "../scene-spec.ts";
import type { Coat } from "../textures/coat.ts";
import type { Ground, Place, Planting } from "./ground-kind.ts";
import { hillsAt } from "./hills.ts";

/** Rice on terraces that follow the hills, some of them under water, each with a rim of earth. */

/** From one terrace up to the next, in world units. */
const STEP = 0.3;
/** Share of a step's way that is its slope, and its rim. */
const SLOPE = 0.2;
const RIM = 0.1;

interface Terrace {
  readonly number: number;
  /** 0 at a terrace's outer rim to 1 at the foot of the next slope and up it. */
  readonly inwards: number;
}

function terraceAt(place: Place, x: number, z: number): Terrace {
  const level = (hillsAt(place, x, z).height + 0.16 * gradientFbm(x * 0.3, z * 0.3, 2)) / STEP;
  const number = Math.floor(level);
  return { number, inwards: level - number };
}

function relief(shifted: number, z: number, place: Place): number {
  const x = shifted - place.shift;
  const { number, inwards } = terraceAt(place, x, z);
  const rim = 0.035 * smoothstep(RIM, RIM * 0.5, inwards);
  const stepped = STEP * (number + smoothstep(1 - SLOPE, 1, inwards)) + rim;
  // Far steps are finer than the grid of heights: their colours alone show them.
  return lerp(stepped, STEP * (number + inwards), smoothstep(8, 15, z));
}

const YOUNG: Vec3 = [0.2, 0.4, 0.05];
const RIPE: Vec3 = [0.62, 0.5, 0.1];
const GRASS: Vec3 = [0.09, 0.15, 0.035];
const RIM_EARTH: Vec3 = [0.24, 0.22, 0.1];
/** Shallow water under an open sky. */
const FLOODED: Vec3 = [0.33, 0.42, 0.5];
const FLOODED_SHARE = 0.24;
/** Nearer to the product than this all of it is rice. */
const FLOODED_FROM = 2.6;

/** Which crop a terrace bears, along its course: 0 young to 1 ripe; below 0 it is under water. */
function cropAt({ shift }: Place, number: number, x: number, z: number, autumn: boolean): number {
  const field = hash2(number + 31, Math.floor(shift + 0.12 * x + 0.09 * z));
  if (field < FLOODED_SHARE && z > FLOODED_FROM) return -1;
  return autumn ? 0.6 + 0.4 * field : 0.5 * field ** 2;
}

const riceCoat = (place: Place, { autumn }: SceneSpec): Coat => ({
  material: { reflectance: 0.03, roughness: 0.45 },
  color(a, b, coarse, out) {
    const x = a - place.x;
    const z = b - place.z;
    const { number, inwards } = terraceAt(place, x, z);
    const crop = cropAt(place, number, x, z, autumn);
    const tone = coarse ? 0.9 : 0.65 + 0.35 * valueNoise(a * 34, b * 34) + 0.3 * valueFbm(a * 3, b * 3, 2);
    const slope = smoothstep(1 - SLOPE - 0.05, 1 - SLOPE + 0.03, inwards);
    const rim = smoothstep(RIM, RIM * 0.7, inwards);
    for (let c = 0; c < 3; c++) {
      const rice = lerp(YOUNG[c] as number, RIPE[c] as number, crop) * tone;
      const flat = crop < 0 ? (FLOODED[c] as number) : rice;
      const edged = lerp(flat, (RIM_EARTH[c] as number) * tone, rim);
      out[c] = lerp(edged, (GRASS[c] as number) * tone, slope);
    }
  },
  relief: { height: (x, z) => gradientFbm(x * 13, z * 13, 2) * 0.004, step: 0.008 },
});

function plantRice(plot: Plot, planting: Planting): void {
  const { spec, rich, distance, place, outside } = planting;
  growGrass(plot, {
    count: rich ? 34_000 : 20_000,
    height: 0.11,
    width: 0.008,
    colors: spec.autumn ? [RIPE, [0.8, 0.62, 0.2]] : [YOUNG, [0.38, 0.55, 0.1]],
    rootShade: 0.4,
    bend: 0.7,
    near: distance * 0.45,
    far: distance + 9,
    cover: (x, z) => {
      const { number, inwards } = terraceAt(place, x - place.x, z - place.z);
      const crop = cropAt(place, number, x - place.x, z - place.z, spec.autumn);
      const flat = smoothstep(RIM, RIM + 0.08, inwards) * smoothstep(1 - SLOPE, 0.9 - SLOPE, inwards);
      return crop < 0 ? 0 : smoothstep(0.03, 0.3, outside(x, z)) * (0.35 + 0.65 * flat);
    },
  });
}

export const TERRACES: Ground = {
  around: "painting",
  relief,
  coat: riceCoat,
  reach: 34,
  horizon: 0.42,
  plant: plantRice,
  sun: { height: 0.4, strength: 1.25 },
  haze: 0.02,
  brightness: 1.15,
};
