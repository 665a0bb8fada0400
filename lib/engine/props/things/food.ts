import { gradientNoise, valueFbm } from "../../math/noise.ts";
import { clamp, lerp, smoothstep } from "../../math/scalar.ts";
import { mixed, type Vec3 } from "../../math/vector.ts";
import type { Stock } from "../../settings/stock.ts";
import { type Coat, plainCoat } from "../../textures/coat.ts";
import { Cylinder } from "../../tracer/cylinder.ts";
import { Ellipsoid } from "../../tracer/ellipsoid.ts";
import { GLOSS, lying, SKIN, type ThingKind, type ThingSpot } from "./thing-kind.ts";

const LEMON: Coat = plainCoat([0.86, 0.62, 0.07], SKIN);
const ORANGE: Coat = plainCoat([0.85, 0.31, 0.03], SKIN);
const BERRY: Coat = plainCoat([0.5, 0.02, 0.03], GLOSS);
const BLUEBERRY: Coat = plainCoat([0.05, 0.065, 0.2], SKIN);
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
const EGGS: readonly Coat[] = (
  [
    [0.82, 0.5, 0.52],
    [0.86, 0.78, 0.42],
    [0.45, 0.68, 0.66],
    [0.62, 0.52, 0.78],
    [0.84, 0.78, 0.7],
  ] satisfies Vec3[]
).map((color) => plainCoat(color, SKIN));
const BREW: Coat = plainCoat([0.06, 0.026, 0.012], GLOSS);
const CHILI: Coat = plainCoat([0.55, 0.015, 0.012], GLOSS);
const STEM: Coat = plainCoat([0.76, 0.68, 0.56]);
const CAP: Coat = plainCoat([0.42, 0.13, 0.06], SKIN);
const STALK: Coat = plainCoat([0.22, 0.2, 0.08]);
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

/** Fruit, nuts, sweets and drinks. */
export const FOOD = {
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
  blueberry: {
    count: [9, 17],
    room: 0.05,
    away: 0.35,
    build: (stock, spot) => lying(stock, spot, BLUEBERRY, [0.038, 0.034, 0.038], 0.95),
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
} satisfies Record<string, ThingKind>;
