import type { Hit, Ray } from "./ray.ts";

/** An upright box in world units: its least x, y and z, then its greatest. */
export type Bounds = readonly [number, number, number, number, number, number];

export interface Shape {
  /** Holds every point of the shape. */
  readonly bounds: Bounds;
  /** Of the whole shape, where it has one. */
  readonly material?: number;
  /** When the ray meets the shape within (1e-4, hit.t): writes t, unit normal and material, and answers true. */
  intersect(ray: Ray, hit: Hit): boolean;
  /** Where a ray that is within leaves: writes t and the outward normal. For shapes that are not convex and may be clear. */
  exit?(ray: Ray, hit: Hit): boolean;
}

/** Nearest accepted distance; smaller ones are the surface the ray starts from. */
export const NEAR = 1e-4;

/**
 * Edges of real things are never sharp, and the line of light along them is what makes a form read. Within `bevel` of
 * an edge the normal leans by this much towards the other face; `distance` is to the edge.
 */
export function bevelLean(distance: number, bevel: number): number {
  const e = 1 - distance / bevel;
  return e > 0 ? e * e * 0.9 : 0;
}
