import { luminance } from "../math/color.ts";
import { assertFinite, type FloatImage } from "../math/float-image.ts";
import { gradientFbm, gradientNoise, valueFbm } from "../math/noise.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import { growGrass } from "../plants/grass.ts";
import type { Plot } from "../plants/plot.ts";
import { growPotPlant } from "../plants/pot-plant.ts";
import type { StageInput } from "../staged-scene.ts";
import type { Camera } from "../subject/camera.ts";
import type { Coat } from "../textures/coat.ts";
import { mossCoat } from "../textures/ground-coats.ts";
import { slateHeight, slateTone } from "../textures/stone.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import { Ellipsoid } from "../tracer/ellipsoid.ts";
import type { Hit } from "../tracer/ray.ts";
import type { Ground, Place, Planting } from "./ground-kind.ts";
import { photographedPlace } from "./photographed-place.ts";
import { mound } from "./relief.ts";
import type { Stock } from "./stock.ts";
import type { Surroundings } from "./surroundings.ts";

/** Water that falls over a rock face in the forest into a pool, soft behind a product on the mossy bank. */

/** The rock face stands this far behind the product, the pool's level below its base: world units. */
const CLIFF = 7;
const POOL = -0.13;

/** One fall: its middle beside the picture's middle as a share of half the view, away from the light for a negative one, and half its width likewise. */
interface Fall {
  readonly across: number;
  readonly half: number;
}
/** Variations take turns. */
const FALLS: readonly (readonly Fall[])[] = [
  [{ across: -0.5, half: 0.36 }],
  [
    { across: -0.55, half: 0.27 },
    { across: 0.48, half: 0.15 },
    { across: 0.8, half: 0.06 },
  ],
  [{ across: 0.06, half: 0.78 }],
  [
    { across: 0.52, half: 0.33 },
    { across: -0.66, half: 0.09 },
  ],
];

const ROCK: Vec3 = [0.15, 0.135, 0.115];
const MOSS: Vec3 = [0.085, 0.15, 0.03];
const LEAVES: Vec3 = [0.11, 0.2, 0.035];
const WATER: Vec3 = [0.93, 1, 1.04];

/** How far the rock stands out towards the camera: broken ledges over each other, cut by upright cracks. World units. */
function rockAt(x: number, y: number): number {
  const bent = y + 0.9 * gradientFbm(x * 0.45, y * 0.5, 3);
  const ledges = bent * 1.7 + 0.8 * gradientFbm(x * 0.9, 3.3, 2);
  const step = ledges - Math.floor(ledges);
  const crack = 1 - Math.abs(gradientNoise(x * 1.6 + 0.4 * gradientFbm(x, y * 2, 2), y * 0.35));
  return (
    0.75 * gradientFbm(x * 0.42 + 7, y * 0.3, 2) +
    0.3 * smoothstep(0.38, 0.62, valueFbm(x * 0.8 + 3, y * 1.1, 3)) * (step < 0.8 ? step / 0.8 : (1 - step) / 0.2) -
    0.12 * crack ** 9 +
    0.22 * gradientFbm(x * 0.8, y * 0.9, 3) +
    0.05 * gradientFbm(x * 5, y * 6, 3)
  );
}

/** The photograph with the rock face, the falls and their spray before it, in place. */
function paintFalls({ spec }: StageInput, camera: Camera, plate: FloatImage): void {
  const { data, width, height } = plate;
  const perPx = camera.widthPx / width;
  const unitPx = camera.focalPx / (camera.distance + CLIFF);
  const halfView = camera.widthPx / 2 / unitPx;
  const shift = (spec.seed % 89) * 1.7;
  const top = camera.height + camera.horizonPx / unitPx;
  const falls = (FALLS[spec.layout % FALLS.length] ?? []).map(({ across, half }) => ({
    x: across * halfView * spec.side,
    half: half * Math.max(0.6, Math.min(halfView, 1.4)),
  }));
  const light = lightOf(plate);
  const e = 0.03;
  for (let row = 0; row < height; row++) {
    const y = camera.height - ((row + 0.5) * perPx - camera.horizonPx) / unitPx;
    if (y < POOL - 0.4) break;
    for (let column = 0; column < width; column++) {
      const x = ((column + 0.5) * perPx - camera.centreXPx) / unitPx;
      const o = (row * width + column) * 3;
      let beside = 9;
      for (const fall of falls) beside = Math.min(beside, Math.abs(x - fall.x) - fall.half);
      // The stream has cut its way: the rock is lowest where it falls.
      const rim =
        top * (0.68 + 0.17 * smoothstep(-0.1, 1.5, beside) + 0.2 * (valueFbm((x + shift) * 0.8, 1.5, 3) - 0.5)) +
        0.05 * gradientFbm((x + shift) * 6, y * 6, 3);
      const fringe = 0.34 * smoothstep(0, 0.5, beside) * (0.3 + gradientFbm((x + shift) * 4.5, y * 4.5, 3));
      const face = smoothstep(rim + 0.04, rim - 0.04, y - fringe);
      if (face <= 0) continue;
      const out = rockAt(x + shift, y);
      const slopeX = (rockAt(x + shift + e, y) - out) / e;
      const slopeY = (rockAt(x + shift, y + e) - out) / e;
      const k = 1 / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
      // The face leans back.
      const up = (0.5 - slopeY) * k;
      const open =
        clamp(0.55 + 0.8 * out) * lerp(1, 0.6, smoothstep(0, 2.2, beside)) * (0.6 + 0.4 * smoothstep(0, rim, y));
      const lit = open * (0.26 + clamp(0.3 * k - 0.55 * spec.side * slopeX * k + 0.75 * up));
      const moss = smoothstep(-0.1, 0.5, 0.5 * up - 0.2 + 1.2 * gradientFbm((x + shift) * 1.5, y * 0.7, 3)) * 0.8;
      const leaves =
        smoothstep(0.42, 0.08, rim - y - 0.3 * gradientFbm((x + shift) * 3, y * 3, 2)) * smoothstep(0, 0.35, beside);
      const leaf = valueFbm((x + shift) * 11, y * 11, 3) ** 2 * 2.4;
      const tone = 0.55 + 0.9 * valueFbm((x + shift) * 5, y * 9, 3);
      let water = 0;
      let spray = 0;
      for (const fall of falls) {
        const down = clamp((rim - y) / top);
        const half = fall.half * (0.8 + 0.4 * down) * (1 + 0.25 * gradientFbm(y * 1.4 + fall.x, shift, 2));
        const off = (x - fall.x + 0.14 * fall.half * gradientFbm(y * 0.8, fall.x + 4, 2)) / half;
        const strands = valueFbm((x + shift) * 8 + 0.7 * out, y * 0.5 + fall.x, 4);
        const veil = smoothstep(1.2, 0.5, Math.abs(off) + 1.1 * (strands - 0.5)) * smoothstep(-0.02, 0.1, rim - y);
        water = Math.max(water, veil * clamp(0.18 + 1.15 * strands + 0.25 * out + 0.2 * up));
        const foot = (y - POOL) / (0.42 + 0.3 * half);
        const wide = (x - fall.x) / (half * 1.3 + 0.4);
        const cloud = 0.75 + 0.7 * gradientFbm((x + shift) * 1.6, y * 1.8, 3);
        spray = Math.max(spray, clamp(1.15 * Math.exp(-foot * foot - wide * wide) * cloud));
      }
      for (let c = 0; c < 3; c++) {
        const bare = lerp(ROCK[c] as number, MOSS[c] as number, moss) * tone * lit * (1 - 0.5 * water);
        const rock = lerp(bare, (LEAVES[c] as number) * leaf * (0.35 + open), leaves) * light * 2.9;
        const wet = (WATER[c] as number) * light * (0.3 + 1.15 * water * water);
        const misty = lerp(lerp(rock, wet, water), (WATER[c] as number) * light * 1.05, 0.9 * spray);
        data[o + c] = lerp(data[o + c] as number, misty, face);
      }
    }
  }
  assertFinite(plate, "waterfall");
}

/** What a white thing is as bright as, before the photograph: a little brighter than its bright half. */
function lightOf({ data }: FloatImage): number {
  let sum = 0;
  for (let i = 0; i < data.length; i += 3)
    sum += Math.min(1, luminance(data[i] as number, data[i + 1] as number, data[i + 2] as number));
  return Math.max(0.25, (3.2 * sum) / (data.length / 3));
}

export function waterfallPlace(input: StageInput, camera: Camera, chance: number): Surroundings {
  const surroundings = photographedPlace(input, camera, chance);
  paintFalls(input, camera, surroundings.plate);
  return surroundings;
}

/** Wet stone with moss where `grown` (0 to 1) says. */
function mossyStone(grown: (hit: Hit) => number): Coat {
  const moss = mossCoat(0);
  return {
    material: { reflectance: 0.03, roughness: 0.5 },
    color(a, b, coarse, out, hit) {
      moss.color(a, b, coarse, out, hit);
      const share = grown(hit);
      const tone = coarse ? 0.8 : slateTone(a * 2, b * 2);
      for (let c = 0; c < 3; c++) out[c] = lerp((ROCK[c] as number) * 0.48 * tone, (out[c] as number) * 1.1, share);
    },
    relief: { height: (a, b) => 0.8 * slateHeight(a * 2, b * 2), step: 0.006 },
  };
}

const boulderCoat = () =>
  mossyStone(({ x, z, ny }) => 0.9 * smoothstep(0.35, 0.85, ny + 0.5 * gradientFbm(x * 3, z * 3, 3)));

/** Where moss and short grass grow on the bank: 0 to 1. */
const mossAt = ({ shift }: Place, x: number, z: number) =>
  smoothstep(0.42, 0.6, valueFbm((x + shift) * 1.1, z * 1.1, 4));

const bankCoat = (place: Place) => mossyStone(({ x, z }) => mossAt(place, x, z));

const poolCoat: Coat = {
  material: { reflectance: 0.28, roughness: 0, live: true },
  color(_a, _b, _coarse, out) {
    out[0] = 0.03;
    out[1] = 0.062;
    out[2] = 0.052;
  },
  relief: {
    height: (x, z) => 0.007 * gradientFbm(x * 1.8, z * 3.4, 3) + 0.0016 * gradientFbm(x * 8, z * 13, 2),
    step: 0.005,
  },
};

/** Boulders: beside the product as a share of the view, behind it, and their radius in world units. */
const BOULDERS = [
  [-0.95, 0.55, 0.36],
  [-0.62, 1.15, 0.22],
  [1.02, 0.7, 0.4],
  [0.66, 1.3, 0.2],
  [-0.3, 2.4, 0.2],
  [0.42, 2.9, 0.3],
  [-0.85, 2.8, 0.5],
  [1, 3.2, 0.6],
  [-0.12, 4.2, 0.24],
  [-0.6, 5, 0.5],
  [0.7, 5.4, 0.55],
  [0.2, 6.2, 0.4],
  [-0.9, 6.4, 0.8],
  [1, 6.5, 0.75],
] as const;

function buildPool(stock: Stock, { distance, place }: Planting, random: () => number): void {
  const rock = stock.material(boulderCoat());
  const turned = place.layout % 2 === 0 ? 1 : -1;
  const far = distance + CLIFF;
  // So wide that its far rim is a line.
  const radius = 60;
  stock.add(
    new Cylinder({
      x: 0,
      z: far - radius,
      radius,
      bottom: -3,
      top: POOL,
      bevel: 0.001,
      material: stock.material(poolCoat),
    }),
  );
  for (const [across, behind, size] of BOULDERS) {
    const z = place.z + behind + 0.3 * random();
    const x = turned * (across + 0.25 * (random() - 0.5)) * 0.3 * z;
    if (Math.hypot(x - place.x, z - place.z) < place.taken + size + 0.1) continue;
    stock.add(
      new Ellipsoid({
        x,
        y: POOL + size * (0.1 + 0.15 * random()),
        z,
        radiusX: size * (1 + 0.35 * random()),
        radiusY: size * (0.6 + 0.15 * random()),
        radiusZ: size * (0.8 + 0.3 * random()),
        turn: 3 * random(),
        material: rock,
      }),
    );
  }
}

const CUSHION: readonly [Vec3, Vec3] = [
  [0.05, 0.095, 0.018],
  [0.13, 0.2, 0.036],
];
const GREEN: readonly [Vec3, Vec3] = [
  [0.03, 0.09, 0.02],
  [0.1, 0.21, 0.045],
];

function plantBank(plot: Plot, planting: Planting): void {
  const { rich, distance, outside, place } = planting;
  growGrass(plot, {
    count: rich ? 20_000 : 12_000,
    height: 0.026,
    width: 0.006,
    colors: CUSHION,
    rootShade: 0.35,
    bend: 0.9,
    near: distance * 0.5,
    far: distance + 2,
    cover: (x, z) =>
      smoothstep(0, 0.1, outside(x, z)) *
      smoothstep(POOL + 0.02, POOL + 0.08, plot.groundAt(x, z)) *
      smoothstep(0.2, 0.8, mossAt(place, x, z)),
  });
  const halfView = plot.scene.camera.widthPx / 2 / plot.scene.camera.focalPx;
  for (const [across, behind, leaf] of [
    [-1, 1.6, 0.7],
    [1.02, 1.9, 0.8],
    [-0.98, 0.5, 0.5],
    [1, 0.35, 0.45],
  ] as const) {
    const z = distance + behind;
    const x = across * halfView * z;
    growPotPlant(plot, {
      x,
      z,
      foot: Math.max(0, POOL - plot.groundAt(x, z)),
      leaf,
      count: rich ? 34 : 24,
      spread: 1.4,
      colors: GREEN,
      breadth: 0.045,
    });
  }
}

export const WATERFALL: Ground = {
  around: "waterfall",
  relief: (x, z, { shift }) => {
    const bank = z - 0.9 - 0.35 * Math.min(1.5, Math.abs(x - shift)) + 0.25 * gradientFbm(x * 1.3, 2, 2);
    return mound(x * 1.3, z * 1.3) * 0.5 - 0.5 * smoothstep(-0.3, 0.5, bank);
  },
  coat: bankCoat,
  reach: CLIFF,
  horizon: 0.42,
  build: buildPool,
  plant: plantBank,
  haze: 0.03,
  aperturePx: 8,
  brightness: 0.8,
};
