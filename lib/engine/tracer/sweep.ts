import type { Hit, Ray } from "./ray.ts";
import { NEAR } from "./shape.ts";

export const FLOOR_MATERIAL = 0;
export const WALL_MATERIAL = 1;

/** A floor at y = `floor` that bends up by a quarter circle of `bend` into a wall at z = `wall` (Infinity for none). */
export class Sweep {
  readonly floor: number;
  readonly wall: number;
  readonly bend: number;

  constructor(floor: number, wall = Number.POSITIVE_INFINITY, bend = 0) {
    this.floor = floor;
    this.wall = wall;
    this.bend = bend;
  }

  intersect(ray: Ray, hit: Hit): boolean {
    const { oy, oz, dy, dz } = ray;
    let found = false;
    if (dy < -1e-6) {
      const t = (this.floor - oy) / dy;
      if (t > NEAR && t < hit.t && oz + t * dz <= this.wall - this.bend + 1e-6) {
        found = true;
        write(hit, t, FLOOR_MATERIAL, 1, 0);
      }
    }
    if (this.wall === Number.POSITIVE_INFINITY || dz <= 1e-6) return found;
    const t = (this.wall - oz) / dz;
    if (t > NEAR && t < hit.t && oy + t * dy >= this.floor + this.bend - 1e-6) {
      found = true;
      write(hit, t, WALL_MATERIAL, 0, -1);
    }
    return this.#bent(ray, hit) || found;
  }

  #bent(ray: Ray, hit: Hit): boolean {
    if (this.bend <= 0) return false;
    const { oy, oz, dy, dz } = ray;
    const cy = this.floor + this.bend;
    const cz = this.wall - this.bend;
    const a = dy * dy + dz * dz;
    const b = (oy - cy) * dy + (oz - cz) * dz;
    const c = (oy - cy) * (oy - cy) + (oz - cz) * (oz - cz) - this.bend * this.bend;
    const discriminant = b * b - a * c;
    if (discriminant <= 0) return false;
    const t = (-b + Math.sqrt(discriminant)) / a;
    const y = oy + t * dy;
    const z = oz + t * dz;
    if (t <= NEAR || t >= hit.t || y >= cy || z <= cz) return false;
    const nz = (cz - z) / this.bend;
    write(hit, t, nz < -0.7 ? WALL_MATERIAL : FLOOR_MATERIAL, (cy - y) / this.bend, nz);
    return true;
  }
}

function write(hit: Hit, t: number, material: number, ny: number, nz: number): void {
  hit.t = t;
  hit.material = material;
  hit.nx = 0;
  hit.ny = ny;
  hit.nz = nz;
}
