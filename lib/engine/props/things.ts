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
import { Heart } from "../tracer/heart.ts";
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

const BEAN: Coat = {
  material: SKIN,
  color(a, b, coarse, out, hit) {
    // The groove along the upper side.
    const k = coarse ? 1 : 0.6 + 0.4 * smoothstep(0, 0.25, Math.abs(hit.nx));
    out[0] = 0.085 * k * (0.8 + 0.4 * valueFbm(a * 9, b * 9, 2));
    out[1] = 0.036 * k;
    out[2] = 0.016 * k;
  },
};
const ALMOND: Coat = plainCoat([0.4, 0.19, 0.075], SKIN);
const WALNUT: Coat = {
  material: SKIN,
  color(a, b, coarse, out) {
    const k = coarse ? 0.8 : 0.55 + 0.5 * Math.abs(gradientNoise(a * 60, b * 60));
    out[0] = 0.5 * k;
    out[1] = 0.31 * k;
    out[2] = 0.15 * k;
  },
};
const FALLEN: readonly Coat[] = (
  [
    [0.6, 0.2, 0.03],
    [0.72, 0.42, 0.05],
    [0.45, 0.08, 0.02],
    [0.36, 0.17, 0.06],
  ] satisfies Vec3[]
).map((color) => plainCoat(color, SKIN));
const EGGS: readonly Coat[] = (
  [
    [0.82, 0.5, 0.52],
    [0.86, 0.78, 0.42],
    [0.45, 0.68, 0.66],
    [0.62, 0.52, 0.78],
    [0.84, 0.78, 0.7],
  ] satisfies Vec3[]
).map((color) => plainCoat(color, SKIN));
const BLOCKS: readonly Coat[] = (
  [
    [0.72, 0.1, 0.07],
    [0.86, 0.58, 0.06],
    [0.08, 0.3, 0.6],
    [0.16, 0.46, 0.2],
    [0.6, 0.38, 0.2],
  ] satisfies Vec3[]
).map((color) => plainCoat(color, SKIN));
const CLAY: Vec3 = [0.5, 0.24, 0.13];
const BREW: Coat = plainCoat([0.06, 0.026, 0.012], GLOSS);
const CHILI: Coat = plainCoat([0.55, 0.015, 0.012], GLOSS);
const STEM: Coat = plainCoat([0.76, 0.68, 0.56]);
const CAP: Coat = plainCoat([0.42, 0.13, 0.06], SKIN);
const STALK: Coat = plainCoat([0.22, 0.2, 0.08]);
const BUBBLE: Coat = plainCoat([0.78, 0.88, 0.94], { reflectance: 0.3, roughness: 0.04 });
const PUMPKIN_RIBS = 11;

/** Orange with darker furrows that run from stalk to base around (x, z). */
function pumpkinCoat(x: number, z: number): Coat {
  return {
    material: SKIN,
    color(_a, _b, coarse, out, hit) {
      const turn = (Math.atan2(hit.z - z, hit.x - x) * PUMPKIN_RIBS) / (2 * Math.PI);
      const furrow = Math.abs(turn - Math.round(turn)) * 2;
      const k = coarse ? 0.85 : 0.45 + 0.55 * smoothstep(1, 0.55, furrow);
      out[0] = 0.78 * k;
      out[1] = 0.25 * k * (0.7 + 0.3 * k);
      out[2] = 0.025 * k;
    },
  };
}

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
  "autumn-leaf": {
    count: [11, 24],
    room: 0.07,
    away: 0.7,
    build(stock, spot) {
      const size = 0.06 + 0.03 * spot.random();
      lying(stock, spot, FALLEN[spot.index % FALLEN.length] as Coat, [size * 1.25, size * 0.09, size * 0.8], 0.9);
    },
  },
  pumpkin: {
    count: [3, 5],
    room: 0.24,
    away: 0.75,
    build(stock, { x, y, z, index, random }) {
      const radius = [0.25, 0.17, 0.21, 0.13, 0.15][index % 5] as number;
      const skin = stock.material(pumpkinCoat(x, z));
      stock.add(
        new Ellipsoid({
          x,
          y: y + radius * 0.72,
          z,
          radiusX: radius,
          radiusY: radius * 0.76,
          radiusZ: radius,
          turn: random(),
          material: skin,
        }),
        new Cylinder({
          x,
          z,
          radius: radius * 0.12,
          bottom: y + radius * 1.3,
          top: y + radius * 1.72,
          bevel: 0.01,
          material: stock.material(STALK),
        }),
      );
    },
  },
  egg: {
    count: [5, 8],
    room: 0.1,
    away: 0.4,
    build: (stock, spot) => lying(stock, spot, EGGS[spot.index % EGGS.length] as Coat, [0.135, 0.102, 0.102], 0.97),
  },
  book: {
    count: [1, 2],
    room: 0.3,
    away: 0.7,
    build(stock, { x, y, z, palette, random }) {
      const covers = [palette.deep, palette.accent, palette.floor];
      for (const [i, cover] of covers.entries()) {
        stock.add(
          new Box({
            x,
            y: y + 0.042 + 0.084 * i,
            z,
            halfX: 0.26 - 0.02 * i,
            halfY: 0.041,
            halfZ: 0.18,
            turn: (random() - 0.5) * 0.7,
            bevel: 0.01,
            material: stock.material(plainCoat(cover)),
          }),
        );
      }
    },
  },
  "coffee-bean": {
    count: [22, 46],
    room: 0.032,
    away: 0.35,
    build: (stock, spot) => lying(stock, spot, BEAN, [0.034, 0.02, 0.025], 0.85),
  },
  nut: {
    count: [12, 22],
    room: 0.05,
    away: 0.35,
    build: (stock, spot) =>
      lying(
        stock,
        spot,
        spot.index % 3 ? ALMOND : WALNUT,
        spot.index % 3 ? [0.05, 0.022, 0.03] : [0.055, 0.05, 0.05],
        0.9,
      ),
  },
  cup: {
    count: [1, 2],
    room: 0.22,
    away: 0.55,
    build(stock, { x, y, z, palette }) {
      const glaze = stock.material(plainCoat(mixed(palette.support, [0.85, 0.84, 0.82], 0.6), GLOSS));
      stock.add(
        new Cylinder({ x, z, radius: 0.22, bottom: y, top: y + 0.025, bevel: 0.01, material: glaze }),
        new Cylinder({ x, z, radius: 0.135, bottom: y + 0.025, top: y + 0.2, bevel: 0.012, material: glaze }),
        new Cylinder({ x, z, radius: 0.116, bottom: y + 0.19, top: y + 0.203, material: stock.material(BREW) }),
      );
    },
  },
  cube: {
    count: [4, 7],
    room: 0.16,
    away: 0.55,
    build(stock, { x, y, z, index, random }) {
      const half = 0.095;
      stock.add(
        new Box({
          x,
          y: y + half,
          z,
          halfX: half,
          halfY: half,
          halfZ: half,
          turn: random() * 1.5,
          bevel: 0.014,
          material: stock.material(BLOCKS[index % BLOCKS.length] as Coat),
        }),
      );
    },
  },
  vase: {
    count: [1, 2],
    room: 0.26,
    away: 0.85,
    build(stock, { x, y, z, index, palette }) {
      const material = stock.material(plainCoat(mixed(palette.accent, CLAY, index % 2 ? 0.2 : 0.75), SKIN));
      stock.add(
        new Sphere({ x, y: y + 0.2, z, radius: 0.215, material }),
        new Cylinder({ x, z, radius: 0.08, bottom: y + 0.36, top: y + 0.5, bevel: 0.012, material }),
        new Cylinder({ x, z, radius: 0.1, bottom: y + 0.48, top: y + 0.51, bevel: 0.008, material }),
      );
    },
  },
  mushroom: {
    count: [4, 8],
    room: 0.1,
    away: 0.5,
    build(stock, { x, y, z, random }) {
      const size = 0.06 + 0.06 * random();
      stock.add(
        new Cylinder({
          x,
          z,
          radius: size * 0.3,
          bottom: y - 0.02,
          top: y + size * 1.3,
          material: stock.material(STEM),
        }),
        new Ellipsoid({
          x,
          y: y + size * 1.25,
          z,
          radiusX: size,
          radiusY: size * 0.58,
          radiusZ: size,
          turn: 0,
          material: stock.material(CAP),
        }),
      );
    },
  },
  chili: {
    count: [7, 13],
    room: 0.08,
    away: 0.4,
    build: (stock, spot) => lying(stock, spot, CHILI, [0.15, 0.026, 0.028], 0.9),
  },
  heart: {
    count: [3, 5],
    room: 0.16,
    away: 0.6,
    build(stock, { x, y, z, index, palette, random }) {
      const size = [0.16, 0.1, 0.13][index % 3] as number;
      const coat = index % 3 === 1 ? GOLD_LEAF : lacquered(index % 3 ? palette.deep : palette.accent);
      stock.add(new Heart({ x, y: y + size * 0.98, z, size, turn: random() - 0.5, material: stock.material(coat) }));
    },
  },
  bubble: {
    count: [9, 18],
    room: 0.07,
    away: 0.6,
    build(stock, { x, y, z, random }) {
      const radius = 0.025 + 0.06 * random() ** 2;
      stock.add(new Sphere({ x, y: y + radius + 1.1 * random(), z, radius, material: stock.material(BUBBLE) }));
    },
  },
  crystal: {
    count: [4, 7],
    room: 0.13,
    away: 0.5,
    build(stock, { x, y, z, palette, random }) {
      const half = 0.045 + 0.03 * random();
      const material = stock.material(plainCoat(mixed(palette.accent, [1, 1, 1], 0.15), CLEAR));
      const tall = half * (2.4 + 2.6 * random());
      stock.add(
        new Box({
          x,
          y: y + tall * 0.9,
          z,
          halfX: half,
          halfY: tall,
          halfZ: half * 0.8,
          turn: random() * 1.5,
          bevel: half * 0.6,
          material,
        }),
      );
    },
  },
  "glass-thing": {
    count: [3, 5],
    room: 0.13,
    away: 0.5,
    build(stock, { x, y, z, index }) {
      const radius = [0.12, 0.06, 0.085][index % 3] as number;
      stock.add(new Sphere({ x, y: y + radius, z, radius, material: stock.material(BUBBLE) }));
    },
  },
};
