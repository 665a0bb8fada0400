import { valueFbm } from "../math/noise.ts";
import { lerp, smoothstep } from "../math/scalar.ts";
import { mixed, scaled, type Vec3 } from "../math/vector.ts";
import { growGrass } from "../plants/grass.ts";
import { growMeadowFlowers } from "../plants/meadow-flowers.ts";
import type { Plot } from "../plants/plot.ts";
import { turfCoat } from "../textures/ground-coats.ts";
import type { Ground, Planting } from "./ground-kind.ts";
import { swell } from "./relief.ts";

/** Fields in flower and in ear: one crop around a clearing that the product stands in. */

type Greens = readonly [Vec3, Vec3];
const LEAVES: Greens = [
  [0.07, 0.15, 0.03],
  [0.18, 0.29, 0.07],
];
const GREY_GREEN: Greens = [
  [0.1, 0.15, 0.07],
  [0.22, 0.27, 0.14],
];
const LAVENDER: Greens = [
  [0.2, 0.09, 0.42],
  [0.46, 0.26, 0.74],
];
const RIPE: Greens = [
  [0.52, 0.32, 0.08],
  [0.86, 0.6, 0.2],
];
const RICE: Greens = [
  [0.16, 0.3, 0.04],
  [0.42, 0.54, 0.1],
];
const RAPE: Greens = [
  [0.86, 0.62, 0.02],
  [0.98, 0.82, 0.06],
];
const SUN_PETAL: Vec3 = [0.95, 0.6, 0.03];
const SUN_HEART: Vec3 = [0.1, 0.045, 0.015];
const YELLOW_HEART: Vec3 = [0.85, 0.6, 0.08];
/** Distance of two rows, in world units. */
const ROW = 0.95;

/** Tall crops stay low before the product and stand back from it: 0 bare to 1 grown. */
function clearingAt({ outside, place }: Planting, x: number, z: number): number {
  return smoothstep(0.02, 0.55, outside(x, z)) * (0.3 + 0.7 * smoothstep(-0.5, 0.9, z - place.z));
}

/** Rows that run into the picture, a little askew. */
const rowAt = (x: number, z: number) =>
  smoothstep(0.1, 0.75, 0.5 + 0.5 * Math.cos(((x + 0.12 * z) / ROW) * 2 * Math.PI));

function plantLavender(plot: Plot, planting: Planting): void {
  const { rich, distance } = planting;
  const stand = (x: number, z: number) => clearingAt(planting, x, z) * rowAt(x - planting.place.x, z);
  const reach = { near: distance * 0.45, far: distance + 20 };
  growGrass(plot, {
    ...reach,
    count: rich ? 16_000 : 9000,
    height: 0.17,
    width: 0.008,
    colors: GREY_GREEN,
    rootShade: 0.3,
    bend: 0.7,
    cover: (x, z) => 0.28 * smoothstep(0, 0.2, planting.outside(x, z)) + 0.9 * stand(x, z),
  });
  growGrass(plot, {
    ...reach,
    count: rich ? 34_000 : 20_000,
    height: 0.25,
    width: 0.013,
    colors: LAVENDER,
    rootShade: 0.55,
    bend: 0.35,
    cover: (x, z) => stand(x, z) * lerp(0.75, 1.2, valueFbm(x * 0.9, z * 0.9, 2)),
  });
}

function plantFlowers(plot: Plot, planting: Planting, petals: readonly Vec3[]): void {
  const { rich, distance } = planting;
  growGrass(plot, {
    count: rich ? 24_000 : 14_000,
    height: 0.13,
    width: 0.01,
    colors: LEAVES,
    rootShade: 0.3,
    bend: 0.6,
    near: distance * 0.45,
    far: distance + 16,
    cover: (x, z) => smoothstep(0.01, 0.25, planting.outside(x, z)),
  });
  growMeadowFlowers(plot, {
    count: rich ? 2600 : 1500,
    height: 0.19,
    radius: 0.044,
    petals,
    heart: YELLOW_HEART,
    near: distance * 0.5,
    far: distance + 16,
    cover: (x, z) =>
      smoothstep(0.15, 0.6, planting.outside(x, z)) *
      (0.22 + 0.78 * smoothstep(-0.4, 1, z - planting.place.z)) *
      lerp(0.6, 1, valueFbm(x, z, 2)),
  });
}

function plantSunflowers(plot: Plot, planting: Planting): void {
  const { rich, distance } = planting;
  growGrass(plot, {
    count: rich ? 15_000 : 9000,
    height: 0.3,
    width: 0.03,
    colors: LEAVES,
    rootShade: 0.25,
    bend: 0.9,
    near: distance * 0.5,
    far: distance + 16,
    cover: (x, z) => 0.2 * smoothstep(0, 0.2, planting.outside(x, z)) + 0.9 * clearingAt(planting, x, z),
  });
  const heads = {
    radius: 0.14,
    petals: [SUN_PETAL, mixed(SUN_PETAL, [1, 0.75, 0.1], 0.5)],
    heart: SUN_HEART,
    heartShare: 0.46,
    pointedPetals: 17,
  };
  const { outside, place } = planting;
  growMeadowFlowers(plot, {
    ...heads,
    count: rich ? 520 : 360,
    height: 0.5,
    near: distance + 0.7,
    far: distance + 15,
    cover: (x, z) => clearingAt(planting, x, z) * smoothstep(0.3, 0.8, outside(x, z)),
  });
  // Beside the product they come nearer, and stand lower.
  growMeadowFlowers(plot, {
    ...heads,
    count: rich ? 110 : 80,
    height: 0.36,
    near: distance * 0.85,
    far: distance + 0.9,
    cover: (x, z) => smoothstep(0.15, 0.4, outside(x, z)) * smoothstep(0.35, 0.6, Math.abs(x - place.x)),
  });
}

/** Small flowers so close together that the field is one yellow. */
function plantRapeseed(plot: Plot, planting: Planting): void {
  const { rich, distance } = planting;
  const stand = (x: number, z: number) => clearingAt(planting, x, z) * lerp(0.8, 1.1, valueFbm(x * 0.8, z * 0.8, 2));
  const reach = { near: distance * 0.45, far: distance + 20 };
  growGrass(plot, {
    ...reach,
    count: rich ? 18_000 : 11_000,
    height: 0.26,
    width: 0.012,
    colors: LEAVES,
    rootShade: 0.35,
    bend: 0.7,
    cover: (x, z) => 0.3 * smoothstep(0, 0.2, planting.outside(x, z)) + 0.8 * stand(x, z),
  });
  growGrass(plot, {
    ...reach,
    near: distance + 3,
    count: rich ? 22_000 : 14_000,
    height: 0.3,
    width: 0.022,
    colors: RAPE,
    rootShade: 0.75,
    bend: 0.3,
    cover: stand,
  });
  growMeadowFlowers(plot, {
    count: rich ? 8000 : 5200,
    height: 0.3,
    radius: 0.024,
    petals: RAPE,
    heart: YELLOW_HEART,
    near: distance * 0.5,
    far: distance + 6,
    cover: (x, z) =>
      smoothstep(0.06, 0.5, planting.outside(x, z)) * (0.25 + 0.75 * smoothstep(-0.4, 0.8, z - planting.place.z)),
  });
}

function plantGrain(plot: Plot, planting: Planting, colors: Greens): void {
  const { rich, distance } = planting;
  const stand = (x: number, z: number) =>
    0.22 * smoothstep(0, 0.15, planting.outside(x, z)) + clearingAt(planting, x, z);
  growGrass(plot, {
    count: rich ? 40_000 : 24_000,
    height: 0.36,
    width: 0.011,
    colors,
    rootShade: 0.38,
    bend: 0.5,
    near: distance * 0.5,
    far: distance + 22,
    cover: (x, z) => stand(x, z) * lerp(0.7, 1.15, valueFbm(x * 0.6, z * 0.6, 2)),
  });
}

const OPEN_FIELD: Omit<Ground, "plant"> = {
  around: "painting",
  relief: (x, z) => 0.35 * swell(x, z),
  coat: turfCoat,
  reach: 34,
  horizon: 0.42,
  haze: 0.022,
};

export const FIELDS = {
  lavender: { ...OPEN_FIELD, plant: plantLavender },
  sunflowers: { ...OPEN_FIELD, plant: plantSunflowers },
  flowers: {
    ...OPEN_FIELD,
    plant: (plot, planting) => {
      const { bloom } = planting.spec;
      plantFlowers(plot, planting, [bloom, scaled(bloom, 0.82), mixed(bloom, [1, 1, 1], 0.22)]);
    },
  },
  rapeseed: { ...OPEN_FIELD, plant: plantRapeseed },
  wheat: { ...OPEN_FIELD, plant: (plot, planting) => plantGrain(plot, planting, RIPE) },
  rice: {
    ...OPEN_FIELD,
    plant: (plot, planting) => plantGrain(plot, planting, planting.spec.autumn ? RIPE : RICE),
  },
} satisfies Record<string, Ground>;
