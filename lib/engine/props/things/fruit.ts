import { hash2, valueFbm } from "../../math/noise.ts";
import { clamp, lerp, smoothstep } from "../../math/scalar.ts";
import { mixed, normalized, scaled, type Vec3 } from "../../math/vector.ts";
import type { Stock } from "../../settings/stock.ts";
import { type Coat, plainCoat } from "../../textures/coat.ts";
import { turnedCoat } from "../../textures/turned-coat.ts";
import { Ellipsoid } from "../../tracer/ellipsoid.ts";
import { Lathe } from "../../tracer/lathe.ts";
import { Sphere } from "../../tracer/sphere.ts";
import { GLOSS, SKIN, type ThingKind, type ThingSpot } from "./thing-kind.ts";

type Profile = readonly (readonly [number, number])[];

const WET = { reflectance: 0.06, roughness: 0.22 } as const;
const STALK: Coat = plainCoat([0.16, 0.1, 0.04]);
const LEAF: Coat = plainCoat([0.09, 0.26, 0.05], SKIN);

/** Half of a fruit: what its cut face shows from the middle outwards, in shares of the radius. */
interface Halved {
  readonly skin: Vec3;
  readonly stripes?: Vec3;
  readonly rind: Vec3;
  /** Where the flesh ends. */
  readonly flesh: Vec3;
  readonly fleshTo: number;
  readonly core?: Vec3;
  readonly coreTo?: number;
  /** Grains on the flesh: how many across, how large (0 to 0.5 of their cell), how often, and where. */
  readonly seeds?: {
    readonly color: Vec3;
    readonly across: number;
    readonly size: number;
    readonly often: number;
    readonly from: number;
    readonly to: number;
  };
  /** Rays of flesh that go out from the core. */
  readonly rays?: number;
}

const HALVES = {
  watermelon: {
    skin: [0.05, 0.2, 0.04],
    stripes: [0.2, 0.42, 0.1],
    rind: [0.78, 0.86, 0.6],
    flesh: [0.82, 0.09, 0.075],
    fleshTo: 0.86,
    seeds: { color: [0.02, 0.012, 0.01], across: 9, size: 0.2, often: 0.42, from: 0.25, to: 0.74 },
  },
  kiwi: {
    skin: [0.26, 0.17, 0.07],
    rind: [0.4, 0.42, 0.12],
    flesh: [0.3, 0.55, 0.06],
    fleshTo: 0.95,
    core: [0.75, 0.8, 0.5],
    coreTo: 0.22,
    seeds: { color: [0.02, 0.015, 0.01], across: 22, size: 0.3, often: 0.75, from: 0.27, to: 0.46 },
    rays: 26,
  },
  "dragon-fruit": {
    skin: [0.78, 0.05, 0.24],
    rind: [0.85, 0.12, 0.36],
    flesh: [0.9, 0.9, 0.9],
    fleshTo: 0.9,
    seeds: { color: [0.02, 0.02, 0.025], across: 26, size: 0.24, often: 0.6, from: 0, to: 0.84 },
  },
  papaya: {
    skin: [0.8, 0.5, 0.06],
    rind: [0.88, 0.52, 0.12],
    flesh: [0.92, 0.33, 0.05],
    fleshTo: 0.93,
    core: [0.62, 0.2, 0.03],
    coreTo: 0.4,
    seeds: { color: [0.02, 0.018, 0.016], across: 12, size: 0.44, often: 0.9, from: 0, to: 0.34 },
  },
  avocado: {
    skin: [0.06, 0.1, 0.03],
    rind: [0.3, 0.5, 0.1],
    flesh: [0.78, 0.78, 0.34],
    fleshTo: 0.88,
    core: [0.24, 0.11, 0.04],
    coreTo: 0.42,
  },
  coconut: {
    skin: [0.15, 0.085, 0.045],
    rind: [0.2, 0.11, 0.06],
    flesh: [0.94, 0.93, 0.9],
    fleshTo: 0.93,
    core: [0.72, 0.73, 0.72],
    coreTo: 0.66,
  },
  "passion-fruit": {
    skin: [0.13, 0.03, 0.08],
    rind: [0.82, 0.7, 0.6],
    flesh: [0.86, 0.48, 0.03],
    fleshTo: 0.82,
    seeds: { color: [0.03, 0.02, 0.015], across: 11, size: 0.3, often: 0.8, from: 0, to: 0.72 },
  },
} as const satisfies Record<string, Halved>;

/** The lower half of a ball, its face up. */
const BOWL: Profile = [
  ...Array.from({ length: 10 }, (_, i) => {
    const angle = (Math.PI / 2) * (i / 9);
    return [Math.sin(angle), -Math.cos(angle)] as const;
  }),
  [0, 0.001],
];

function skinTone(half: Halved, turn: number, along: number, coarse: boolean): Vec3 {
  if (!half.stripes) return scaled(half.skin, coarse ? 1 : 0.8 + 0.4 * valueFbm(turn * 60, along * 40, 3));
  const wave = coarse
    ? 0.5
    : 0.5 + 0.5 * Math.sin(turn * 2 * Math.PI * 11 + 5 * (valueFbm(turn * 44, along * 18, 3) - 0.5));
  return mixed(half.skin, half.stripes, smoothstep(0.45, 0.75, wave));
}

function faceTone(half: Halved, turn: number, away: number, coarse: boolean): Vec3 {
  const { flesh, fleshTo, core, coreTo = 0, seeds, rays } = half;
  let tone: Vec3 = mixed(flesh, half.rind, smoothstep(fleshTo - 0.02, fleshTo + 0.02, away));
  if (rays && !coarse && away < fleshTo)
    tone = mixed(
      tone,
      scaled(half.rind, 1.3),
      0.3 * Math.abs(Math.sin(turn * Math.PI * rays)) * smoothstep(coreTo, 0.5, away),
    );
  if (core) tone = mixed(core, tone, smoothstep(coreTo - 0.03, coreTo + 0.03, away));
  tone = mixed(tone, half.skin, smoothstep(0.975, 0.99, away));
  if (seeds && !coarse && away > seeds.from && away < seeds.to) {
    const angle = turn * 2 * Math.PI;
    const u = Math.cos(angle) * away * seeds.across + 100;
    const v = Math.sin(angle) * away * seeds.across + 100;
    const [i, j] = [Math.floor(u), Math.floor(v)];
    const room = 0.5 - seeds.size;
    const du = u - i - 0.5 - room * (2 * hash2(i, j) - 1);
    const dv = v - j - 0.5 - room * (2 * hash2(i + 57, j + 13) - 1);
    if (hash2(i + 91, j + 7) < seeds.often)
      tone = mixed(seeds.color, tone, smoothstep(seeds.size * 0.7, seeds.size, Math.hypot(du, dv)));
  }
  return tone;
}

/** Half a fruit that lies with its face towards the camera. */
function halved(stock: Stock, { x, y, z, random }: ThingSpot, half: Halved, radius: number): void {
  const axis = normalized([0.9 * (random() - 0.5), 0.62, -0.7]);
  const origin: Vec3 = [x, y + radius * 0.96, z];
  const coat = turnedCoat({ origin, axis }, WET, ({ turn, along, away, facing }, coarse, out) => {
    const tone =
      facing > 0.7 ? faceTone(half, turn, away / radius, coarse) : skinTone(half, turn, along / radius, coarse);
    for (let c = 0; c < 3; c++) out[c] = clamp(tone[c] as number);
  });
  stock.add(new Lathe({ origin, axis, size: radius, profile: BOWL, material: stock.material(coat) }));
}

/** The whole fruit of the same kind. */
function whole(stock: Stock, { x, y, z, random }: ThingSpot, half: Halved, radius: number): void {
  const axis = normalized([random() - 0.5, 0.4, random() - 0.5]);
  const origin: Vec3 = [x, y + radius * 0.97, z];
  const coat = turnedCoat({ origin, axis }, SKIN, ({ turn, along }, coarse, out) => {
    const tone = skinTone(half, turn, along / radius, coarse);
    for (let c = 0; c < 3; c++) out[c] = clamp(tone[c] as number);
  });
  stock.add(new Sphere({ x, y: origin[1], z, radius, material: stock.material(coat) }));
}

const halves = (half: Halved, radius: number): ThingKind => ({
  count: [3, 5],
  room: radius * 1.15,
  away: 0.5,
  build: (stock, spot) => halved(stock, spot, half, radius),
});
/** Where the whole fruit is a plain ball, every third one is whole. */
const mixedHalves = (half: Halved, radius: number): ThingKind => ({
  ...halves(half, radius),
  build: (stock, spot) => (spot.index % 3 === 1 ? whole : halved)(stock, spot, half, radius),
});

/** A ball with a dimple where its stalk is and a smaller one below. */
const APPLE: Profile = Array.from({ length: 25 }, (_, i) => {
  const angle = (Math.PI * i) / 24;
  const r = Math.sin(angle) * (1 + 0.05 * Math.cos(angle - 2));
  const y = -Math.cos(angle) * 0.92;
  return [i === 24 ? 0 : r, y + (y > 0 ? -0.3 : 0.12) * Math.exp(-((r / 0.3) ** 2))] as const;
});
const PEAR: Profile = [
  [0, -0.82],
  [0.3, -0.86],
  [0.62, -0.72],
  [0.82, -0.42],
  [0.86, -0.1],
  [0.76, 0.22],
  [0.56, 0.52],
  [0.4, 0.8],
  [0.32, 1.04],
  [0.2, 1.16],
  [0, 1.14],
];
const STRAWBERRY: Profile = [
  [0, -1],
  [0.22, -0.95],
  [0.5, -0.6],
  [0.74, -0.1],
  [0.84, 0.3],
  [0.78, 0.62],
  [0.5, 0.8],
  [0, 0.76],
];
const PINEAPPLE: Profile = [
  [0, 0],
  [0.3, 0.01],
  [0.42, 0.12],
  [0.5, 0.4],
  [0.52, 0.75],
  [0.45, 1.08],
  [0.3, 1.24],
  [0, 1.26],
];
const APPLES: readonly [Vec3, Vec3][] = [
  [
    [0.56, 0.02, 0.025],
    [0.72, 0.42, 0.1],
  ],
  [
    [0.36, 0.5, 0.06],
    [0.5, 0.56, 0.12],
  ],
];

function apple(stock: Stock, { x, y, z, random }: ThingSpot, [skin, blush]: readonly [Vec3, Vec3], size = 0.135): void {
  const axis = normalized([0.5 * (random() - 0.5), 1, -0.35 * random()]);
  const origin: Vec3 = [x, y + size * 0.9, z];
  const coat = turnedCoat({ origin, axis }, GLOSS, ({ turn, along, away }, coarse, out) => {
    const streak = coarse ? 0.5 : valueFbm(turn * 46, (along / size) * 2.2, 3);
    const near = smoothstep(0.75, 0.1, away / size) * (along > 0 ? 1 : 0.5);
    const tone = mixed(skin, blush, clamp(near * 0.9 + smoothstep(0.55, 0.8, streak) * 0.5));
    for (let c = 0; c < 3; c++) out[c] = tone[c] as number;
  });
  stock.add(
    new Lathe({ origin, axis, size, profile: APPLE, material: stock.material(coat) }),
    new Ellipsoid({
      x: x + axis[0] * size * 0.85,
      y: origin[1] + axis[1] * size * 0.85,
      z: z + axis[2] * size * 0.85,
      radiusX: 0.007,
      radiusY: 0.045,
      radiusZ: 0.007,
      lean: 0.3,
      turn: 6 * random(),
      material: stock.material(STALK),
    }),
  );
}

/** A soft skin in two colours, fading from one side of the fruit to the other. */
function blushed(
  stock: Stock,
  { x, y, z, random }: ThingSpot,
  [one, other]: readonly [Vec3, Vec3],
  [rx, ry, rz]: Vec3,
): void {
  const turn = 6 * random();
  const [ux, uz] = [Math.cos(turn + 1), Math.sin(turn + 1)];
  const coat: Coat = {
    material: SKIN,
    color(a, b, coarse, out, hit) {
      const side = hit.nx * ux + hit.nz * uz + 0.5 * hit.ny + (coarse ? 0 : valueFbm(a * 20, b * 20, 3) - 0.5);
      const share = smoothstep(-0.5, 0.9, side);
      for (let c = 0; c < 3; c++) out[c] = lerp(one[c] as number, other[c] as number, share);
    },
  };
  stock.add(
    new Ellipsoid({
      x,
      y: y + ry * 0.96,
      z,
      radiusX: rx,
      radiusY: ry,
      radiusZ: rz,
      turn,
      lean: 0.12,
      material: stock.material(coat),
    }),
  );
}

function pear(stock: Stock, { x, y, z, index, random }: ThingSpot): void {
  const size = 0.125;
  const axis = normalized([0.3 * (random() - 0.5), 1, 0.2 * (random() - 0.5)]);
  const origin: Vec3 = [x, y + size * 0.84, z];
  const coat = turnedCoat({ origin, axis }, SKIN, ({ turn, along }, coarse, out) => {
    const freckle = coarse ? 1 : 0.9 + 0.2 * valueFbm(turn * 90, (along / size) * 30, 2);
    const tone = mixed([0.55, 0.56, 0.1], [0.66, 0.42, 0.08], smoothstep(0.2, 0.8, index % 2 ? turn : 0.3));
    for (let c = 0; c < 3; c++) out[c] = (tone[c] as number) * freckle;
  });
  stock.add(
    new Lathe({ origin, axis, size, profile: PEAR, material: stock.material(coat) }),
    new Ellipsoid({
      x: x + axis[0] * size * 1.35,
      y: origin[1] + size * 1.3,
      z: z + axis[2] * size * 1.35,
      radiusX: 0.007,
      radiusY: 0.04,
      radiusZ: 0.007,
      lean: 0.25,
      turn: 6 * random(),
      material: stock.material(STALK),
    }),
  );
}

const PEACHES: readonly [Vec3, Vec3] = [
  [0.9, 0.55, 0.26],
  [0.78, 0.16, 0.13],
];
const MANGOES: readonly [Vec3, Vec3] = [
  [0.88, 0.52, 0.05],
  [0.7, 0.16, 0.05],
];

function strawberry(stock: Stock, { x, y, z, random }: ThingSpot): void {
  const size = 0.072 + 0.014 * random();
  const turn = 2 * Math.PI * random();
  // It lies on its side, a little up at the leaves.
  const axis = normalized([Math.cos(turn), 0.42, Math.sin(turn)]);
  const origin: Vec3 = [x, y + size * 0.86, z];
  const coat = turnedCoat({ origin, axis }, GLOSS, ({ turn: around, along, away }, coarse, out) => {
    const u = around * Math.max(5, Math.round((away / size) * 17));
    const row = (along / size) * 5.2;
    const shift = Math.floor(row) % 2 ? 0.5 : 0;
    const du = u + shift - Math.floor(u + shift) - 0.5;
    const dv = row - Math.floor(row) - 0.5;
    const seed = coarse ? 0 : smoothstep(0.26, 0.14, Math.hypot(du, dv * 0.8));
    const pale = smoothstep(0.4, 0.8, along / size);
    out[0] = lerp(lerp(0.66, 0.8, pale), 0.8, seed);
    out[1] = lerp(lerp(0.02, 0.22, pale), 0.5, seed);
    out[2] = lerp(lerp(0.018, 0.12, pale), 0.12, seed);
  });
  stock.add(new Lathe({ origin, axis, size, profile: STRAWBERRY, material: stock.material(coat) }));
  const leaf = stock.material(LEAF);
  for (let i = 0; i < 6; i++) {
    const a = (i / 6) * 2 * Math.PI;
    stock.add(
      new Ellipsoid({
        x: x + axis[0] * size * 0.82 - axis[2] * Math.cos(a) * size * 0.36,
        y: origin[1] + axis[1] * size * 0.82 + Math.sin(a) * size * 0.36,
        z: z + axis[2] * size * 0.82 + axis[0] * Math.cos(a) * size * 0.36,
        radiusX: size * 0.13,
        radiusY: size * 0.42,
        radiusZ: size * 0.13,
        lean: Math.PI / 2 - a,
        turn: turn + Math.PI / 2,
        material: leaf,
      }),
    );
  }
}

function grapes(stock: Stock, { x, y, z, index, random }: ThingSpot): void {
  const radius = 0.042;
  const green = index % 2 === 1;
  const skin = green ? ([0.42, 0.52, 0.12] as const) : ([0.12, 0.025, 0.1] as const);
  const coats = [0.8, 1, 1.2].map((k) =>
    stock.material(
      plainCoat(mixed(scaled(skin, k), [0.5, 0.5, 0.6], green ? 0.02 : 0.1), { reflectance: 0.045, roughness: 0.24 }),
    ),
  );
  const turn = 2 * Math.PI * random();
  for (const [layer, rows] of [5, 4, 2].entries()) {
    for (let i = 0; i < rows; i++) {
      const across = 1 + Math.max(0, 3 - Math.abs(i - 1) - layer);
      for (let j = 0; j < across; j++) {
        const u = (i - rows / 2) * radius * 1.72 + radius * 0.5 * random();
        const v = (j - (across - 1) / 2) * radius * 1.8 + radius * 0.4 * (random() - 0.5);
        stock.add(
          new Sphere({
            x: x + u * Math.cos(turn) - v * Math.sin(turn),
            y: y + radius * (0.96 + 1.45 * layer),
            z: z + u * Math.sin(turn) + v * Math.cos(turn),
            radius: radius * (0.92 + 0.16 * random()),
            material: coats[(i + j + layer) % 3] as number,
          }),
        );
      }
    }
  }
}

function pineapple(stock: Stock, { x, y, z, random }: ThingSpot): void {
  const size = 0.4;
  const origin: Vec3 = [x, y, z];
  const coat = turnedCoat({ origin }, { reflectance: 0.04, roughness: 0.4 }, ({ turn, along }, coarse, out) => {
    const a = turn * 11 + (along / size) * 6;
    const b = turn * 11 - (along / size) * 6;
    const u = a - Math.floor(a) - 0.5;
    const v = b - Math.floor(b) - 0.5;
    const edge = Math.max(Math.abs(u), Math.abs(v)) * 2;
    const eye = coarse ? 0.4 : smoothstep(0.5, 0.05, Math.hypot(u, v) * 1.6);
    const groove = coarse ? 0.75 : 1 - 0.72 * smoothstep(0.72, 0.97, edge);
    const tone = mixed([0.66, 0.33, 0.05], [0.3, 0.14, 0.04], eye * 0.8);
    const ripe = mixed(tone, [0.3, 0.3, 0.06], smoothstep(0.55, 1.2, along / size) * 0.6);
    for (let c = 0; c < 3; c++) out[c] = (ripe[c] as number) * groove;
  });
  stock.add(new Lathe({ origin, size, profile: PINEAPPLE, material: stock.material(coat) }));
  const greens = [0.7, 1, 1.35].map((k) => stock.material(plainCoat(scaled([0.11, 0.24, 0.07], k), SKIN)));
  for (let i = 0; i < 26; i++) {
    const ring = i / 26;
    const lean = 1.05 * (1 - ring) + 0.12 * random();
    const long = size * (0.3 + 0.26 * ring);
    const turn = i * 2.399963;
    const foot = size * (1.2 + 0.14 * ring);
    // An ellipsoid leans about its middle: half of its length away from its foot.
    const out = Math.sin(lean) * long * 0.9;
    stock.add(
      new Ellipsoid({
        x: x + Math.cos(turn) * out,
        y: y + foot + Math.cos(lean) * long * 0.9,
        z: z + Math.sin(turn) * out,
        radiusX: long * 0.07,
        radiusY: long,
        radiusZ: long * 0.2,
        turn,
        lean,
        material: greens[i % 3] as number,
      }),
    );
  }
}

/** Fruit, whole and cut. */
export const FRUIT = {
  watermelon: { ...mixedHalves(HALVES.watermelon, 0.22), away: 0.7 },
  kiwi: mixedHalves(HALVES.kiwi, 0.085),
  "dragon-fruit": halves(HALVES["dragon-fruit"], 0.13),
  papaya: halves(HALVES.papaya, 0.13),
  avocado: halves(HALVES.avocado, 0.11),
  coconut: mixedHalves(HALVES.coconut, 0.16),
  "passion-fruit": mixedHalves(HALVES["passion-fruit"], 0.08),
  tropical: {
    count: [4, 6],
    room: 0.18,
    away: 0.6,
    build(stock, spot) {
      if (spot.index === 0) pineapple(stock, spot);
      else if (spot.index % 5 === 1) halved(stock, spot, HALVES["dragon-fruit"], 0.12);
      else if (spot.index % 5 === 2) blushed(stock, spot, MANGOES, [0.15, 0.1, 0.1]);
      else if (spot.index % 5 === 3) halved(stock, spot, HALVES.kiwi, 0.08);
      else halved(stock, spot, HALVES.coconut, 0.14);
    },
  },
  pineapple: { count: [1, 2], room: 0.26, away: 0.8, build: pineapple },
  mango: {
    count: [3, 5],
    room: 0.15,
    away: 0.5,
    build: (stock, spot) => blushed(stock, spot, MANGOES, [0.15, 0.1, 0.1]),
  },
  peach: {
    count: [3, 5],
    room: 0.14,
    away: 0.45,
    build: (stock, spot) => blushed(stock, spot, PEACHES, [0.13, 0.122, 0.13]),
  },
  pear: { count: [2, 4], room: 0.13, away: 0.5, build: pear },
  apple: {
    count: [3, 5],
    room: 0.15,
    away: 0.45,
    build: (stock, spot) => apple(stock, spot, APPLES[spot.index % 4 === 3 ? 1 : 0] as readonly [Vec3, Vec3]),
  },
  fruit: {
    count: [4, 6],
    room: 0.15,
    away: 0.5,
    build(stock, spot) {
      if (spot.index % 4 === 0) apple(stock, spot, APPLES[0] as readonly [Vec3, Vec3]);
      else if (spot.index % 4 === 1) pear(stock, spot);
      else if (spot.index % 4 === 2) grapes(stock, spot);
      else blushed(stock, spot, PEACHES, [0.13, 0.122, 0.13]);
    },
  },
  strawberry: { count: [6, 11], room: 0.08, away: 0.35, build: strawberry },
  grape: { count: [2, 3], room: 0.22, away: 0.5, build: grapes },
} satisfies Record<string, ThingKind>;
