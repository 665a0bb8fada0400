import { gradientFbm } from "../math/noise.ts";
import { smoothstep } from "../math/scalar.ts";
import type { Place } from "./ground-kind.ts";

/** Round hills around a valley that lies below the product: what is grown on them is seen from above. */

/** A hill `x` beside and `z` behind the product; the rows run around its top. World units. */
interface Dome {
  readonly x: number;
  readonly z: number;
  readonly radiusX: number;
  readonly radiusZ: number;
  readonly height: number;
}

const dome = (x: number, z: number, radiusX: number, radiusZ: number, height: number): Dome => ({
  x,
  z,
  radiusX,
  radiusZ,
  height,
});

/** Variations take turns. */
const COUNTRIES: readonly (readonly Dome[])[] = [
  [dome(9, 7, 9, 9, 2.3), dome(-9.5, 12, 9.5, 10, 2.9), dome(4, 27, 13, 11, 4.6)],
  [dome(-9, 7, 9, 9, 2.2), dome(10, 13, 10, 10, 3), dome(-4, 27, 13, 11, 4.4)],
  [dome(-11, 9, 9, 10, 2.2), dome(11.5, 9, 9.5, 10, 2.6), dome(0.5, 22, 11, 11, 3.9)],
  [dome(7, 11, 8.5, 9, 2.8), dome(-11, 8, 10, 9, 2), dome(-5, 26, 12, 11, 4.4)],
];
/** How far the country lies below the product: its rows are seen from above. */
const BELOW = 1.05;

export interface OnHills {
  /** World units, against the product's base. */
  readonly height: number;
  /** Way from the top of the nearest hill, in world units: lines of the same way run around it. */
  readonly around: number;
}

/** What is at a place `x` beside and `z` behind the product. */
export function hillsAt({ layout }: Place, x: number, z: number): OnHills {
  const domes = COUNTRIES[layout % COUNTRIES.length] ?? [];
  let height =
    -BELOW * smoothstep(0.35, 2.7, Math.hypot(x * 0.8, z)) +
    0.9 * gradientFbm(x * 0.13, z * 0.13, 2) * smoothstep(4, 12, z);
  let nearest = Number.POSITIVE_INFINITY;
  let radius = 1;
  for (const { x: atX, z: atZ, radiusX, radiusZ, height: top } of domes) {
    const way = Math.hypot((x - atX) / radiusX, (z - atZ) / radiusZ);
    height += top * smoothstep(1.15, 0, way);
    if (way < nearest) {
      nearest = way;
      radius = (radiusX + radiusZ) / 2;
    }
  }
  return { height, around: nearest * radius };
}
