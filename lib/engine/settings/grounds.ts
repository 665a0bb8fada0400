import { atmosphereUnder } from "../landscape/sights.ts";
import { gradientFbm, valueFbm } from "../math/noise.ts";
import { lerp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import { growFirs } from "../plants/firs.ts";
import { growGrass } from "../plants/grass.ts";
import { growMeadowFlowers } from "../plants/meadow-flowers.ts";
import type { Plot } from "../plants/plot.ts";
import type { GroundName } from "../scene-spec.ts";
import { barkCoat, duneCoat, mossCoat, snowCoat, turfCoat } from "../textures/ground-coats.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import { DEPTHS } from "./depths.ts";
import { FIELDS } from "./fields.ts";
import { buildGarden, gardenCoat, plantGarden } from "./garden.ts";
import type { Ground, Planting } from "./ground-kind.ts";
import { GROVES } from "./groves.ts";
import { ICE } from "./ice.ts";
import { REEF } from "./reef.ts";
import { REGOLITH } from "./regolith.ts";
import { mound, swell } from "./relief.ts";
import { ROAD } from "./road.ts";
import type { Stock } from "./stock.ts";
import { TEA } from "./tea.ts";
import { TERRACES } from "./terraces.ts";
import { VINEYARD } from "./vineyard.ts";
import { WATERFALL } from "./waterfall.ts";

const drift = (x: number, z: number) =>
  gradientFbm(x * 0.42 + 5, z * 0.75, 3) * (0.16 + 0.05 * Math.max(0, z)) + 0.02 * Math.max(0, z - 1);

/** Waves of sand: gentle to windward, steep in the lee, crests that wind and fork. */
function dune(x: number, z: number): number {
  const bend = gradientFbm(x * 0.1 + 4, z * 0.12, 2) * 1.9 + gradientFbm(x * 0.5, z * 0.5 + 9, 2) * 0.12;
  const phase = z * 0.17 + x * 0.12 + bend + 0.2;
  const f = phase - Math.floor(phase);
  const crest = f < 0.68 ? smoothstep(-0.5, 1, f / 0.68) * 1.35 - 0.35 : ((1 - f) / 0.32) ** 1.1;
  const height = 0.45 + 0.9 * valueFbm(x * 0.1 + 9, z * 0.1, 2);
  return crest * height * smoothstep(0.2, 6, z) * 1.3 + gradientFbm(x * 0.6, z * 0.8, 2) * 0.07 - 0.06;
}

const GREEN: readonly [Vec3, Vec3] = [
  [0.1, 0.2, 0.028],
  [0.27, 0.36, 0.07],
];
const AUTUMN: readonly [Vec3, Vec3] = [
  [0.3, 0.22, 0.06],
  [0.5, 0.36, 0.12],
];
const WHITE: Vec3 = [0.9, 0.9, 0.88];
const YELLOW: Vec3 = [0.92, 0.66, 0.06];
const PINK: Vec3 = [0.86, 0.42, 0.55];
const BLUE: Vec3 = [0.32, 0.38, 0.85];
const HEART: Vec3 = [0.9, 0.56, 0.04];

function plantMeadow(plot: Plot, { spec, rich, distance, outside }: Planting): void {
  const free = (x: number, z: number) => smoothstep(0.01, 0.22, outside(x, z));
  growGrass(plot, {
    count: rich ? 34_000 : 20_000,
    height: 0.105,
    width: 0.0085,
    colors: spec.autumn ? AUTUMN : GREEN,
    rootShade: 0.32,
    bend: 0.75,
    near: distance * 0.45,
    far: distance + 16,
    cover: (x, z) =>
      free(x, z) * lerp(0.55, 1.35, valueFbm(x * 0.7, z * 0.7, 2)) + 0.12 * smoothstep(0, 0.03, outside(x, z)),
  });
  growMeadowFlowers(plot, {
    count: rich ? 260 : 150,
    height: 0.17,
    radius: 0.034,
    petals: spec.autumn ? [YELLOW, WHITE] : [WHITE, WHITE, YELLOW, PINK, BLUE],
    heart: HEART,
    near: distance * 0.5,
    far: distance + 9,
    cover: (x, z) => smoothstep(0.12, 0.5, outside(x, z)) * smoothstep(0.42, 0.62, valueFbm(x * 0.8 + 7, z * 0.8, 2)),
  });
}

function plantForest(plot: Plot, { spec, rich, distance, outside, place }: Planting): void {
  growGrass(plot, {
    count: rich ? 26_000 : 15_000,
    height: 0.032,
    width: 0.006,
    colors: spec.autumn
      ? AUTUMN
      : [
          [0.035, 0.075, 0.012],
          [0.11, 0.17, 0.03],
        ],
    rootShade: 0.3,
    bend: 0.9,
    near: distance * 0.5,
    far: distance + 7,
    cover: (x, z) =>
      smoothstep(0.0, 0.1, outside(x, z)) * smoothstep(0.62, 0.5, valueFbm((x + place.shift) * 0.9, z * 0.9, 4)),
  });
  growGrass(plot, {
    count: rich ? 900 : 420,
    height: 0.3,
    width: 0.012,
    colors: spec.autumn ? AUTUMN : GREEN,
    rootShade: 0.4,
    bend: 1.5,
    near: distance * 0.62,
    far: distance + 6,
    cover: (x, z) => smoothstep(0.3, 0.7, outside(x, z)) * smoothstep(0.52, 0.7, valueFbm(x * 1.1, z * 1.1 + 5, 3)),
  });
}

/** Firs; low and far ones where the sky itself shall be seen. */
function plantSnow(plot: Plot, { spec, rich, distance }: Planting): void {
  const wide = spec.sights.length > 0;
  growFirs(plot, {
    count: (rich ? 34 : 24) * (wide ? 0.75 : 1),
    height: wide ? [0.8, 2.1] : [2.4, 5.4],
    near: distance + (wide ? 8 : 5),
    far: distance + 21,
    color: [0.04, 0.075, 0.048],
    snow: 0.55,
    haze: atmosphereUnder(spec).fog,
    hazeShare: 0.62,
    clearing: wide ? 0.3 : 0.5,
  });
}

/** Trunks on both sides, the nearer ones at the picture's edge. */
function trunks(stock: Stock, { distance }: Planting, random: () => number): void {
  const material = stock.material(barkCoat());
  for (let i = 0; i < 9; i++) {
    const z = distance + 4 + i * 1.05 + 0.7 * random();
    const side = i % 2 === 0 ? 1 : -1;
    const x = side * (0.1 + (0.07 + 0.2 * random()) * z);
    stock.add(new Cylinder({ x, z, radius: 0.1 + 0.2 * random() ** 2, bottom: -1, top: 9, material }));
  }
}

export const GROUNDS: Record<GroundName, Ground> = {
  meadow: {
    around: "photograph",
    relief: mound,
    coat: turfCoat,
    reach: 22,
    horizon: 0.42,
    plant: plantMeadow,
    haze: 0.012,
  },
  hills: {
    around: "painting",
    relief: swell,
    coat: turfCoat,
    reach: 44,
    horizon: 0.42,
    plant: plantMeadow,
    haze: 0.024,
  },
  garden: {
    around: "photograph",
    relief: (x, z) => mound(x, z) * 0.12,
    coat: gardenCoat,
    reach: 18,
    horizon: 0.42,
    plant: plantGarden,
    build: buildGarden,
    haze: 0.008,
    aperturePx: 8,
  },
  moss: {
    around: "photograph",
    relief: (x, z) => mound(x * 1.4, z * 1.4) * 1.3,
    coat: ({ shift }) => mossCoat(shift),
    reach: 9,
    horizon: 0.42,
    plant: plantForest,
    build: trunks,
    haze: 0.022,
    aperturePx: 10,
    brightness: 0.72,
  },
  snow: {
    around: "painting",
    relief: drift,
    coat: snowCoat,
    reach: 24,
    horizon: 0.42,
    plant: plantSnow,
    sun: { height: 0.5, strength: 1 },
    haze: 0.02,
  },
  dunes: {
    around: "painting",
    relief: dune,
    coat: () => duneCoat(),
    reach: 46,
    horizon: 0.42,
    sun: { height: 0.3, strength: 2.1 },
    haze: 0.022,
    aperturePx: 3.2,
  },
  road: ROAD,
  tea: TEA,
  terraces: TERRACES,
  vines: VINEYARD,
  waterfall: WATERFALL,
  reef: REEF,
  ...FIELDS,
  ...GROVES,
  ...DEPTHS,
  ...ICE,
  ...REGOLITH,
};
