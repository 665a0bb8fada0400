import { oklch } from "../math/color.ts";
import type { Vec3 } from "../math/vector.ts";
import { type Coat, metalCoat, plainCoat } from "../textures/coat.ts";
import { endGrainCoat } from "../textures/ground-coats.ts";
import { Arch } from "../tracer/arch.ts";
import { Box } from "../tracer/box.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import { Lathe } from "../tracer/lathe.ts";
import { Sphere } from "../tracer/sphere.ts";
import type { Stock } from "./stock.ts";

/** Where a thing stands: its middle on the table, world units. */
export interface Standing {
  readonly x: number;
  readonly z: number;
}

const GLAZE = { reflectance: 0.05, roughness: 0.18 } as const;
const CERAMIC: Coat = plainCoat([0.82, 0.8, 0.76], GLAZE);
const CHROME: Coat = metalCoat([0.95, 0.96, 0.98], 0.12);
export const DARK_WOOD: Coat = plainCoat([0.055, 0.03, 0.02], { reflectance: 0.04, roughness: 0.35 });
export const BRASS: Coat = metalCoat([0.95, 0.74, 0.42], 0.2);
const LEMON: Coat = plainCoat([0.86, 0.6, 0.06], { reflectance: 0.04, roughness: 0.3 });
const ORANGE: Coat = plainCoat([0.86, 0.32, 0.03], { reflectance: 0.04, roughness: 0.3 });
const LINEN: Coat = plainCoat([0.8, 0.77, 0.71]);
/** Wax lets its flame's light through: brightest at the upper rim, which is at y = `top`. */
const wax = (top: number): Coat => ({
  material: { reflectance: 0.03, roughness: 0.35 },
  color(_a, _b, _coarse, out, hit) {
    const lit = Math.exp((hit.y - top) / 0.07);
    out[0] = 0.86 + 0.5 * lit;
    out[1] = 0.81 + 0.16 * lit;
    out[2] = 0.7 - 0.3 * lit;
  },
});
const WICK: Coat = plainCoat([0.03, 0.025, 0.02]);
/** Blue at the foot, then white, orange where it is seen edge on. */
const FLAME: Coat = {
  ...plainCoat([1, 0.8, 0.5]),
  glow(hit, ray, out) {
    const core = Math.abs(ray.dx * hit.nx + ray.dz * hit.nz);
    out[0] = 3.4 + 5 * core;
    out[1] = 1.1 + 4.2 * core * core;
    out[2] = 0.16 + 2.1 * core ** 4;
  },
};
const FLAME_FORM = [
  [0, 0],
  [0.1, 0.04],
  [0.2, 0.2],
  [0.23, 0.38],
  [0.19, 0.58],
  [0.1, 0.82],
  [0.03, 0.98],
  [0, 1.05],
] as const;
const CORK: Coat = plainCoat([0.42, 0.27, 0.15]);
const BOARD: Vec3 = [0.46, 0.29, 0.16];

/** A lidded jar. */
export function jar(stock: Stock, { x, z }: Standing, radius: number, height: number, coat: Coat = CERAMIC): void {
  const body = stock.material(coat);
  stock.add(
    new Cylinder({ x, z, radius, bottom: 0, top: height, bevel: radius * 0.25, material: body }),
    new Cylinder({
      x,
      z,
      radius: radius * 0.86,
      bottom: height,
      top: height * 1.12,
      bevel: 0.012,
      material: stock.material(CORK),
    }),
  );
}

/** A round vase with a narrow neck. */
export function vase(stock: Stock, { x, z }: Standing, radius: number, coat: Coat = CERAMIC): void {
  const material = stock.material(coat);
  stock.add(
    new Sphere({ x, y: radius * 0.92, z, radius, material }),
    new Cylinder({ x, z, radius: radius * 0.36, bottom: radius * 1.6, top: radius * 2.35, material }),
  );
}

/** A bowl of fruit: the bowl's body is a sphere that the table cuts. */
export function fruitBowl(stock: Stock, { x, z }: Standing, radius: number): void {
  const lemon = stock.material(LEMON);
  const orange = stock.material(ORANGE);
  const fruit = (dx: number, y: number, dz: number, size: number, material: number) =>
    new Sphere({ x: x + dx * radius, y: y * radius, z: z + dz * radius, radius: size * radius, material });
  stock.add(
    new Cylinder({
      x,
      z,
      radius,
      bottom: 0,
      top: radius * 0.62,
      bevel: radius * 0.3,
      material: stock.material(CERAMIC),
    }),
    fruit(-0.42, 0.8, -0.2, 0.4, lemon),
    fruit(0.4, 0.82, -0.25, 0.42, orange),
    fruit(0.02, 0.85, 0.4, 0.4, lemon),
    fruit(0.03, 1.22, 0, 0.4, lemon),
  );
}

/** Cutting boards that lean on the wall behind `z`: a round one before a square one. */
export function boards(stock: Stock, { x, z }: Standing): void {
  const wood = stock.material(endGrainCoat(x, z, 9));
  const plank = stock.material(plainCoat(BOARD));
  stock.add(
    new Box({ x, y: 0.48, z, halfX: 0.3, halfY: 0.48, halfZ: 0.025, bevel: 0.02, material: plank }),
    new Arch({
      x: x - 0.3,
      radius: 0.3,
      spring: 0.3,
      bottom: 0,
      disc: true,
      front: z - 0.09,
      back: z - 0.05,
      material: wood,
    }),
  );
}

/** A tall bent tap. */
export function tap(stock: Stock, { x, z }: Standing): void {
  const material = stock.material(CHROME);
  stock.add(
    new Arch({ x, radius: 0.17, hole: 0.125, spring: 0.62, bottom: 0.46, front: z - 0.03, back: z + 0.03, material }),
    new Cylinder({ x: x + 0.148, z, radius: 0.03, bottom: 0, top: 0.62, bevel: 0.006, material }),
    new Cylinder({ x: x + 0.148, z, radius: 0.055, bottom: 0, top: 0.05, material }),
  );
}

/** A wash bowl, seen from the side. */
export function basin(stock: Stock, { x, z }: Standing): void {
  const material = stock.material(CERAMIC);
  stock.add(new Cylinder({ x, z, radius: 0.5, bottom: 0, top: 0.24, bevel: 0.07, material }));
}

export function towels(stock: Stock, { x, z }: Standing): void {
  const material = stock.material(LINEN);
  for (let i = 0; i < 3; i++)
    stock.add(
      new Box({
        x: x + 0.012 * (i % 2),
        y: 0.055 + 0.11 * i,
        z,
        halfX: 0.3 - 0.012 * i,
        halfY: 0.05,
        halfZ: 0.22,
        bevel: 0.045,
        material,
      }),
    );
}

/** A candle that burns. */
export function candle(stock: Stock, { x, z }: Standing, radius: number, height: number, on = 0): void {
  const top = on + height;
  stock.add(
    new Cylinder({ x, z, radius, bottom: on, top, bevel: 0.02, material: stock.material(wax(top)) }),
    new Cylinder({ x, z, radius: 0.006, bottom: top, top: top + 0.03, material: stock.material(WICK) }),
    new Lathe({ origin: [x, top + 0.018, z], size: 0.115, profile: FLAME_FORM, material: stock.material(FLAME) }),
  );
}

/** Glazed in one colour: pots and jars that match a palette. */
export function glazed(lightness: number, chroma: number, hue: number): Coat {
  return plainCoat(oklch(lightness, chroma, hue), GLAZE);
}
