import type { Hit, Ray } from "./ray.ts";
import { type Bounds, NEAR, type Shape } from "./shape.ts";

/** A sphere that is pressed or drawn along the axes and turned about the vertical: pebbles, fruit, petals, drops. */
export class Ellipsoid implements Shape {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly radiusX: number;
  readonly radiusY: number;
  readonly radiusZ: number;
  readonly material: number;
  readonly bounds: Bounds;
  readonly #cos: number;
  readonly #sin: number;

  constructor(form: {
    x: number;
    y: number;
    z: number;
    radiusX: number;
    radiusY: number;
    radiusZ: number;
    turn?: number;
    material: number;
  }) {
    this.x = form.x;
    this.y = form.y;
    this.z = form.z;
    this.radiusX = form.radiusX;
    this.radiusY = form.radiusY;
    this.radiusZ = form.radiusZ;
    this.material = form.material;
    this.#cos = Math.cos(form.turn ?? 0);
    this.#sin = Math.sin(form.turn ?? 0);
    const wide = Math.hypot(this.#cos * form.radiusX, this.#sin * form.radiusZ);
    const deep = Math.hypot(this.#sin * form.radiusX, this.#cos * form.radiusZ);
    const { x, y, z, radiusY } = form;
    this.bounds = [x - wide, y - radiusY, z - deep, x + wide, y + radiusY, z + deep];
  }

  intersect(ray: Ray, hit: Hit): boolean {
    const cos = this.#cos;
    const sin = this.#sin;
    const wx = ray.ox - this.x;
    const wz = ray.oz - this.z;
    const px = (wx * cos + wz * sin) / this.radiusX;
    const py = (ray.oy - this.y) / this.radiusY;
    const pz = (-wx * sin + wz * cos) / this.radiusZ;
    const dx = (ray.dx * cos + ray.dz * sin) / this.radiusX;
    const dy = ray.dy / this.radiusY;
    const dz = (-ray.dx * sin + ray.dz * cos) / this.radiusZ;
    const a = dx * dx + dy * dy + dz * dz;
    const b = px * dx + py * dy + pz * dz;
    const c = px * px + py * py + pz * pz - 1;
    if (c > 0 && b > 0) return false;
    const discriminant = b * b - a * c;
    if (discriminant < 0) return false;
    const t = (-b - Math.sqrt(discriminant)) / a;
    if (t <= NEAR || t >= hit.t) return false;
    const nx = (px + t * dx) / this.radiusX;
    const ny = (py + t * dy) / this.radiusY;
    const nz = (pz + t * dz) / this.radiusZ;
    const k = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
    hit.t = t;
    hit.material = this.material;
    hit.nx = (nx * cos - nz * sin) * k;
    hit.ny = ny * k;
    hit.nz = (nx * sin + nz * cos) * k;
    return true;
  }
}
