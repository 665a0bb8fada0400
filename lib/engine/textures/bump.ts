import type { Hit } from "../tracer/ray.ts";

/** Tilts a normal by the slope of a height function over the two coordinates (a, b) that run along x and z. */
export function tiltBy(
  hit: Hit,
  height: (a: number, b: number) => number,
  a: number,
  b: number,
  step: number,
  strengthX = 1,
  strengthZ = strengthX,
): void {
  const here = height(a, b);
  hit.nx -= ((height(a + step, b) - here) / step) * strengthX;
  hit.nz -= ((height(a, b + step) - here) / step) * strengthZ;
  const k = 1 / Math.sqrt(hit.nx * hit.nx + hit.ny * hit.ny + hit.nz * hit.nz);
  hit.nx *= k;
  hit.ny *= k;
  hit.nz *= k;
}
