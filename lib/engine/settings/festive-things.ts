import type { Vec3 } from "../math/vector.ts";
import { type Coat, metalCoat, plainCoat } from "../textures/coat.ts";
import { Arch } from "../tracer/arch.ts";
import { Box } from "../tracer/box.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import { Ellipsoid } from "../tracer/ellipsoid.ts";
import { Heart } from "../tracer/heart.ts";
import { Sphere } from "../tracer/sphere.ts";
import type { Standing } from "./household.ts";
import type { Stock } from "./stock.ts";

export const GOLD_LEAF: Coat = metalCoat([1, 0.76, 0.36], 0.2);

export interface Gift extends Standing {
  /** Height of the ground it stands on. */
  readonly on: number;
  readonly half: number;
  readonly height: number;
  readonly turn: number;
  readonly paper: Coat;
  readonly ribbon: Coat;
}

/** A box in paper, with a ribbon both ways and a bow. */
export function gift(stock: Stock, { x, z, on, half, height, turn, paper, ribbon }: Gift): void {
  const band = stock.material(ribbon);
  const middle = { x, y: on + height / 2, z, turn };
  const proud = 0.006;
  const width = half * 0.16;
  const top = on + height + proud;
  const loop = half * 0.36;
  const bow = (side: -1 | 1) =>
    new Arch({
      x: x + side * loop * 0.92,
      radius: loop,
      hole: loop * 0.72,
      spring: top + loop * 0.8,
      bottom: top,
      disc: true,
      front: z - width,
      back: z + width * 0.6,
      material: band,
    });
  stock.add(
    new Box({ ...middle, halfX: half, halfY: height / 2, halfZ: half, bevel: 0.012, material: stock.material(paper) }),
    new Box({ ...middle, halfX: half + proud, halfY: height / 2 + proud, halfZ: width, bevel: 0.004, material: band }),
    new Box({ ...middle, halfX: width, halfY: height / 2 + proud, halfZ: half + proud, bevel: 0.004, material: band }),
    bow(-1),
    bow(1),
    new Sphere({ x, y: top + loop * 0.5, z: z - width * 0.4, radius: loop * 0.34, material: band }),
  );
}

export function bauble(stock: Stock, { x, z }: Standing, on: number, radius: number, coat: Coat): void {
  stock.add(
    new Sphere({ x, y: on + radius, z, radius, material: stock.material(coat) }),
    new Cylinder({
      x,
      z,
      radius: radius * 0.2,
      bottom: on + radius * 1.92,
      top: on + radius * 2.22,
      bevel: 0.005,
      material: stock.material(GOLD_LEAF),
    }),
  );
}

/** Coins in an uneven pile, each a little off the one below. */
export function coins(
  stock: Stock,
  { x, z }: Standing,
  on: number,
  radius: number,
  count: number,
  random: () => number,
): void {
  const thickness = radius * 0.36;
  const pile = Array.from(
    { length: count },
    (_, i) =>
      new Cylinder({
        x: x + (random() - 0.5) * radius * 0.25,
        z: z + (random() - 0.5) * radius * 0.25,
        radius,
        bottom: on + i * thickness,
        top: on + (i + 0.86) * thickness,
        bevel: thickness * 0.3,
        material: stock.material(GOLD_LEAF),
      }),
  );
  stock.add(...pile);
}

/** Lacquer and wrapping paper. */
export const lacquered = (color: Vec3): Coat => plainCoat(color, { reflectance: 0.05, roughness: 0.22 });

/** What balloons are made of. */
export const RUBBER = { reflectance: 0.05, roughness: 0.2 } as const;
const CORD: Coat = plainCoat([0.75, 0.72, 0.68]);

/** Round, or a heart turned by `turn`, on a string to the `floor`. */
export function balloon(
  stock: Stock,
  [x, y, z]: Vec3,
  size: number,
  turn: number | null,
  coat: Coat,
  floor: number,
): void {
  const material = stock.material(coat);
  const low = turn === null ? y - size * 1.18 : y - size * 0.98;
  const body =
    turn === null
      ? new Ellipsoid({ x, y, z, radiusX: size, radiusY: size * 1.18, radiusZ: size, material })
      : new Heart({ x, y, z, size, turn, material });
  stock.add(
    body,
    new Cylinder({ x, z, radius: size * 0.09, bottom: low - size * 0.09, top: low + size * 0.05, material }),
    new Cylinder({ x, z, radius: 0.006, bottom: floor, top: low, material: stock.material(CORD) }),
  );
}
