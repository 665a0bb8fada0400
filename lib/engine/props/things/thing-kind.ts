import type { Vec3 } from "../../math/vector.ts";
import type { Palette } from "../../scene-spec.ts";
import type { Stock } from "../../settings/stock.ts";
import { type Coat, plainCoat } from "../../textures/coat.ts";
import { Ellipsoid } from "../../tracer/ellipsoid.ts";

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

export const GLOSS = { reflectance: 0.05, roughness: 0.16 } as const;
export const SKIN = { reflectance: 0.04, roughness: 0.32 } as const;
export const GLASS: Coat = plainCoat([0.85, 0.9, 0.92], {
  reflectance: 0.05,
  roughness: 0.02,
  clear: { swallows: [0.4, 0.16, 0.2], veil: 0.02 },
});
export const BUBBLE: Coat = plainCoat([0.78, 0.88, 0.94], { reflectance: 0.3, roughness: 0.04 });

/** An ellipsoid of three radii in a turn of its own, with its middle `sunk` radii above the ground. */
export function lying(
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
