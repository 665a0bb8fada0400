import { gradientFbm, hash2, valueFbm, valueNoise } from "../math/noise.ts";
import { lerp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import { growGrass } from "../plants/grass.ts";
import type { Plot } from "../plants/plot.ts";
import type { SceneSpec } from "../scene-spec.ts";
import type { Coat } from "../textures/coat.ts";
import { turfCoat } from "../textures/ground-coats.ts";
import type { Ground, Place, Planting } from "./ground-kind.ts";
import { swell } from "./relief.ts";

/** An asphalt road through open country to the horizon; the product stands in one lane. */

/** World units: half of the road, its gravel edge, and how far its middle is from the product. */
const HALF = 1.45;
const EDGE = 0.35;
const LANE = 0.72;
const DASH = 2.4;

/** How far the road swings aside per unit behind the product, and per squared unit; variations take turns. */
const COURSES = [
  [-0.05, 0.006],
  [0.08, -0.007],
  [0.02, 0],
  [-0.1, 0.012],
] as const;

/** Way from the road's middle, `x` beside and `z` behind the product; negative on its left. */
function asideOf({ layout }: Place, x: number, z: number): number {
  const [slope, bend] = COURSES[layout % COURSES.length] ?? COURSES[0];
  const lane = layout % 2 === 0 ? LANE : -LANE;
  return x - lane - slope * z - bend * Math.max(0, z) ** 2;
}

const ASPHALT: Vec3 = [0.085, 0.085, 0.09];
const PAINT: Vec3 = [0.72, 0.71, 0.67];
const GRAVEL: Vec3 = [0.24, 0.21, 0.17];

function roadCoat(place: Place): Coat {
  const turf = turfCoat();
  return {
    material: { reflectance: 0.04, roughness: 0.45 },
    color(a, b, coarse, out, hit) {
      const z = b - place.z;
      const aside = asideOf(place, a - place.x, z);
      const off = Math.abs(aside);
      turf.color(a, b, coarse, out, hit);
      if (off > HALF + EDGE + 0.3) return;
      const stone = coarse ? 0.9 : 0.62 + 0.5 * hash2((a * 120) | 0, (b * 120) | 0) + 0.25 * valueNoise(a * 40, b * 40);
      const worn = coarse ? 1 : 0.85 + 0.3 * valueFbm(a * 1.4, b * 0.5, 3);
      // A line as wide as a pixel in the distance: its edge is as soft as the view is far.
      const soft = 0.006 + 0.0012 * b;
      const line = (at: number, half: number) => smoothstep(half + soft, half - soft, Math.abs(off - at));
      const dash = z / DASH - Math.floor(z / DASH);
      const middle = line(0, 0.035) * smoothstep(0.56, 0.54, dash) * smoothstep(-0.01, 0.01, dash);
      const chipped = coarse ? 1 : smoothstep(0.2, 0.42, valueFbm(a * 22, b * 22, 3));
      const paint = Math.max(middle, line(HALF - 0.12, 0.03)) * chipped;
      const ragged = off + (coarse ? 0 : 0.05 * gradientFbm(a * 5, b * 5, 2));
      const gravel = smoothstep(HALF + EDGE + 0.15, HALF + EDGE - 0.15, ragged);
      const asphalt = smoothstep(HALF + 0.02, HALF - 0.02, ragged);
      for (let c = 0; c < 3; c++) {
        const ground = lerp(out[c] as number, (GRAVEL[c] as number) * stone, gravel);
        const tar = lerp((ASPHALT[c] as number) * worn * stone, PAINT[c] as number, 0.9 * paint);
        out[c] = lerp(ground, tar, asphalt);
      }
    },
    relief: { height: (x, z) => 0.0017 * gradientFbm(x * 55, z * 55, 2), step: 0.004 },
  };
}

const greensOf = ({ autumn }: SceneSpec): readonly [Vec3, Vec3] =>
  autumn
    ? [
        [0.3, 0.22, 0.06],
        [0.5, 0.36, 0.12],
      ]
    : [
        [0.12, 0.2, 0.035],
        [0.32, 0.38, 0.09],
      ];

function plantVerge(plot: Plot, { spec, rich, distance, place }: Planting): void {
  growGrass(plot, {
    count: rich ? 34_000 : 20_000,
    height: 0.15,
    width: 0.009,
    colors: greensOf(spec),
    rootShade: 0.35,
    bend: 0.8,
    near: distance * 0.45,
    far: distance + 18,
    cover: (x, z) => {
      const off = Math.abs(asideOf(place, x - place.x, z - place.z));
      return smoothstep(HALF + 0.05, HALF + EDGE + 0.4, off) * lerp(0.6, 1.3, valueFbm(x * 0.7, z * 0.7, 2));
    },
  });
}

export const ROAD: Ground = {
  around: "painting",
  relief: (shifted, z, place) => {
    const off = Math.abs(asideOf(place, shifted - place.shift, z));
    const beside = smoothstep(HALF, HALF + 3, off);
    // The road itself rises and falls gently.
    return 0.7 * gradientFbm(z * 0.05 + 3, 2.5, 2) * smoothstep(4, 16, z) + beside * (0.8 * swell(shifted, z) + 0.08);
  },
  coat: roadCoat,
  reach: 44,
  horizon: 0.42,
  plant: plantVerge,
  haze: 0.018,
};
