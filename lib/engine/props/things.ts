import { gradientNoise, valueFbm } from "../math/noise.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import { mixed, type Vec3 } from "../math/vector.ts";
import type { Palette } from "../scene-spec.ts";
import { bauble, coins, GOLD_LEAF, gift, lacquered } from "../settings/festive-things.ts";
import { candle } from "../settings/household.ts";
import type { Stock } from "../settings/stock.ts";
import { type Coat, metalCoat, plainCoat } from "../textures/coat.ts";
import { Box } from "../tracer/box.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import { Ellipsoid } from "../tracer/ellipsoid.ts";
import { Sphere } from "../tracer/sphere.ts";

/** Where one thing goes: a place on the ground in world units. */
export interface ThingSpot {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Which of its kind this is. */
  readonly index: number;
  readonly palette: Palette;
  /** Colour of the flowers that the prompt names. */
  readonly bloom: Vec3;
  readonly random: () => number;
}

/** A solid that the prompt asks for; it lies beside the product in the light of the set. */
export interface ThingKind {
  /** How many in v2 and in v3. */
  readonly count: readonly [number, number];
  /** Room that one takes: radius in world units. */
  readonly room: number;
  /** 0 close to the product, 1 far from it. */
  readonly away: number;
  readonly build: (stock: Stock, spot: ThingSpot) => void;
}

const GLOSS = { reflectance: 0.05, roughness: 0.16 } as const;
const SKIN = { reflectance: 0.04, roughness: 0.32 } as const;
const CLEAR = { reflectance: 0.2, roughness: 0.05 } as const;
const PEARL: Coat = metalCoat([0.98, 0.95, 0.92], 0.3);
const LEMON: Coat = plainCoat([0.86, 0.62, 0.07], SKIN);
const ORANGE: Coat = plainCoat([0.85, 0.31, 0.03], SKIN);
const BERRY: Coat = plainCoat([0.5, 0.02, 0.03], GLOSS);
const ICE: Coat = plainCoat([0.72, 0.84, 0.92], CLEAR);
const DROP: Coat = plainCoat([0.8, 0.86, 0.88], CLEAR);
const SHELL: Coat = {
  material: SKIN,
  color(a, b, coarse, out) {
    const ridge = coarse ? 0.5 : 0.5 + 0.5 * Math.sin(Math.atan2(b, a) * 46 + 40 * b);
    out[0] = lerp(0.62, 0.86, ridge);
    out[1] = lerp(0.45, 0.76, ridge);
    out[2] = lerp(0.36, 0.68, ridge);
  },
};
const PEBBLES: readonly Coat[] = (
  [
    [0.42, 0.4, 0.37],
    [0.2, 0.19, 0.185],
    [0.62, 0.59, 0.54],
  ] satisfies Vec3[]
).map((color) => ({
  material: { reflectance: 0.035, roughness: 0.45 },
  color(a, b, coarse, out) {
    const k = coarse ? 1 : 0.8 + 0.4 * valueFbm(a * 22, b * 22, 4);
    for (let c = 0; c < 3; c++) out[c] = (color[c] as number) * k;
  },
}));

/** The cut face of a citrus fruit: segments around the middle, pith and rind. */
function sliceCoat(x: number, z: number, radius: number, flesh: Vec3): Coat {
  return {
    material: { reflectance: 0.06, roughness: 0.25 },
    color(a, b, coarse, out, hit) {
      if (hit.ny < 0.5) {
        for (let c = 0; c < 3; c++) out[c] = (flesh[c] as number) * 0.95;
        return;
      }
      const r = Math.hypot(a - x, b - z) / radius;
      const turn = ((Math.atan2(b - z, a - x) / (2 * Math.PI) + 1) * 9) % 1;
      const wall = smoothstep(0.035, 0.09, Math.min(turn, 1 - turn) * r);
      const pulp = wall * smoothstep(0.84, 0.8, r) * smoothstep(0.08, 0.12, r);
      const fibre = coarse ? 1 : 0.86 + 0.28 * Math.abs(gradientNoise(turn * 22, r * 9));
      const rind = smoothstep(0.92, 0.95, r);
      for (let c = 0; c < 3; c++) {
        const pith = lerp(0.9 - 0.06 * c, (flesh[c] as number) * 0.9, rind);
        out[c] = clamp(lerp(pith, (flesh[c] as number) * fibre, pulp));
      }
    },
  };
}

function citrus(stock: Stock, { x, y, z, index, random }: ThingSpot, skin: Coat, flesh: Vec3): void {
  const radius = 0.12;
  if (index % 2 === 0) {
    // A slice that lies flat, its face upwards.
    const coat = sliceCoat(x, z, radius, flesh);
    stock.add(new Cylinder({ x, z, radius, bottom: y, top: y + 0.035, bevel: 0.008, material: stock.material(coat) }));
    return;
  }
  stock.add(
    new Ellipsoid({
      x,
      y: y + radius * 0.9,
      z,
      radiusX: radius * 1.12,
      radiusY: radius * 0.92,
      radiusZ: radius * 0.95,
      turn: random() * 3,
      material: stock.material(skin),
    }),
  );
}

function lying(
  stock: Stock,
  { x, y, z, random }: ThingSpot,
  coat: Coat,
  [radiusX, radiusY, radiusZ]: Vec3,
  sunk = 0.75,
): void {
  stock.add(
    new Ellipsoid({
      x,
      y: y + radiusY * sunk,
      z,
      radiusX,
      radiusY,
      radiusZ,
      turn: random() * 6,
      material: stock.material(coat),
    }),
  );
}

/** By the lexicon's meaning. A new kind needs an entry there and one here. */
export const THING_KINDS: Readonly<Record<string, ThingKind>> = {
  pebble: {
    count: [6, 11],
    room: 0.1,
    away: 0.45,
    build(stock, spot) {
      const size = 0.05 + 0.07 * spot.random() ** 2;
      lying(stock, spot, PEBBLES[spot.index % 3] as Coat, [size * 1.3, size * 0.62, size], 0.7);
    },
  },
  sphere: {
    count: [4, 7],
    room: 0.13,
    away: 0.5,
    build(stock, { x, y, z, index, palette, random }) {
      const radius = [0.13, 0.06, 0.045, 0.09][index % 4] as number;
      const coats = [plainCoat(palette.accent, GLOSS), GOLD_LEAF, PEARL, plainCoat(palette.support, GLOSS)];
      const size = radius * (0.9 + 0.2 * random());
      stock.add(new Sphere({ x, y: y + size, z, radius: size, material: stock.material(coats[index % 4] as Coat) }));
    },
  },
  pearl: {
    count: [7, 14],
    room: 0.05,
    away: 0.3,
    build(stock, { x, y, z, random }) {
      const radius = 0.028 + 0.012 * random();
      stock.add(new Sphere({ x, y: y + radius * 0.96, z, radius, material: stock.material(PEARL) }));
    },
  },
  gift: {
    count: [2, 3],
    room: 0.27,
    away: 0.9,
    build(stock, { x, y, z, index, palette, random }) {
      const half = 0.2 + 0.05 * (index % 2);
      gift(stock, {
        x,
        z,
        on: y,
        half,
        height: half * (1.3 + 0.5 * (index % 2)),
        turn: random() - 0.5,
        paper: lacquered(index % 2 ? palette.deep : palette.accent),
        ribbon: GOLD_LEAF,
      });
    },
  },
  bauble: {
    count: [3, 5],
    room: 0.13,
    away: 0.5,
    build(stock, spot) {
      const coats = [lacquered(spot.palette.deep), GOLD_LEAF, lacquered(spot.palette.accent)];
      bauble(stock, spot, spot.y, 0.08 + 0.045 * spot.random(), coats[spot.index % 3] as Coat);
    },
  },
  lemon: { count: [3, 5], room: 0.14, away: 0.4, build: (stock, spot) => citrus(stock, spot, LEMON, [0.9, 0.74, 0.2]) },
  orange: {
    count: [3, 5],
    room: 0.14,
    away: 0.4,
    build: (stock, spot) => citrus(stock, spot, ORANGE, [0.92, 0.44, 0.06]),
  },
  berry: {
    count: [7, 13],
    room: 0.06,
    away: 0.35,
    build: (stock, spot) => lying(stock, spot, BERRY, [0.045, 0.043, 0.045], 0.95),
  },
  fruit: {
    count: [3, 5],
    room: 0.14,
    away: 0.45,
    build: (stock, spot) => lying(stock, spot, spot.index % 2 ? ORANGE : BERRY, [0.12, 0.112, 0.12], 0.95),
  },
  "gold-thing": {
    count: [3, 6],
    room: 0.1,
    away: 0.45,
    build(stock, { x, y, z, index }) {
      const radius = [0.085, 0.045, 0.06][index % 3] as number;
      stock.add(new Sphere({ x, y: y + radius, z, radius, material: stock.material(GOLD_LEAF) }));
    },
  },
  coin: {
    count: [2, 4],
    room: 0.13,
    away: 0.45,
    build: (stock, spot) => coins(stock, spot, spot.y, 0.1, 2 + ((spot.index * 3) % 5), spot.random),
  },
  drop: {
    count: [16, 38],
    room: 0.03,
    away: 0.3,
    build(stock, spot) {
      const size = 0.012 + 0.03 * spot.random() ** 2;
      lying(stock, spot, DROP, [size * 1.15, size * 0.55, size], 0.35);
    },
  },
  ice: {
    count: [4, 7],
    room: 0.13,
    away: 0.35,
    build(stock, { x, y, z, random }) {
      const half = 0.075 + 0.025 * random();
      stock.add(
        new Box({
          x,
          y: y + half * 0.97,
          z,
          halfX: half,
          halfY: half,
          halfZ: half,
          turn: random() * 1.5,
          bevel: 0.03,
          material: stock.material(ICE),
        }),
      );
    },
  },
  candle: {
    count: [2, 4],
    room: 0.11,
    away: 0.7,
    build: (stock, spot) => candle(stock, spot, 0.075 + 0.02 * spot.random(), 0.16 + 0.2 * spot.random(), spot.y),
  },
  shell: {
    count: [3, 6],
    room: 0.1,
    away: 0.5,
    build(stock, spot) {
      const size = 0.07 + 0.035 * spot.random();
      lying(stock, spot, SHELL, [size, size * 0.5, size * 0.82], 0.3);
    },
  },
  petal: {
    count: [12, 26],
    room: 0.05,
    away: 0.45,
    build(stock, spot) {
      const coat = plainCoat(mixed(spot.bloom, [1, 1, 1], 0.14 * (spot.index % 3)), SKIN);
      const size = 0.038 + 0.016 * spot.random();
      lying(stock, spot, coat, [size * 1.25, size * 0.16, size * 0.85], 0.9);
    },
  },
};
