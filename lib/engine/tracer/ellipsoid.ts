import type { Vec3 } from "../math/vector.ts";
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
  /** Rows: where its own axes point to. */
  readonly #axes: readonly [Vec3, Vec3, Vec3];

  /** `lean`: by how many radians its top is tilted towards its own x, before it is turned. */
  constructor(form: {
    x: number;
    y: number;
    z: number;
    radiusX: number;
    radiusY: number;
    radiusZ: number;
    turn?: number;
    lean?: number;
    material: number;
  }) {
    this.x = form.x;
    this.y = form.y;
    this.z = form.z;
    this.radiusX = form.radiusX;
    this.radiusY = form.radiusY;
    this.radiusZ = form.radiusZ;
    this.material = form.material;
    const { turn = 0, lean = 0 } = form;
    const [cos, sin, upright, tilted] = [Math.cos(turn), Math.sin(turn), Math.cos(lean), Math.sin(lean)];
    this.#axes = [
      [cos * upright, -tilted, sin * upright],
      [cos * tilted, upright, sin * tilted],
      [-sin, 0, cos],
    ];
    const radii = [form.radiusX, form.radiusY, form.radiusZ];
    const reach = (c: 0 | 1 | 2) => Math.hypot(...this.#axes.map((axis, i) => axis[c] * (radii[i] as number)));
    const { x, y, z } = form;
    this.bounds = [x - reach(0), y - reach(1), z - reach(2), x + reach(0), y + reach(1), z + reach(2)];
  }

  intersect(ray: Ray, hit: Hit): boolean {
    const [i, j, k] = this.#axes;
    const { dx, dy, dz } = ray;
    const wx = ray.ox - this.x;
    const wy = ray.oy - this.y;
    const wz = ray.oz - this.z;
    const px = (wx * i[0] + wy * i[1] + wz * i[2]) / this.radiusX;
    const py = (wx * j[0] + wy * j[1] + wz * j[2]) / this.radiusY;
    const pz = (wx * k[0] + wz * k[2]) / this.radiusZ;
    const ex = (dx * i[0] + dy * i[1] + dz * i[2]) / this.radiusX;
    const ey = (dx * j[0] + dy * j[1] + dz * j[2]) / this.radiusY;
    const ez = (dx * k[0] + dz * k[2]) / this.radiusZ;
    const a = ex * ex + ey * ey + ez * ez;
    const b = px * ex + py * ey + pz * ez;
    const c = px * px + py * py + pz * pz - 1;
    if (c > 0 && b > 0) return false;
    const discriminant = b * b - a * c;
    if (discriminant < 0) return false;
    const t = (-b - Math.sqrt(discriminant)) / a;
    if (t <= NEAR || t >= hit.t) return false;
    const nx = (px + t * ex) / this.radiusX;
    const ny = (py + t * ey) / this.radiusY;
    const nz = (pz + t * ez) / this.radiusZ;
    const unit = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
    hit.t = t;
    hit.material = this.material;
    hit.nx = (nx * i[0] + ny * j[0] + nz * k[0]) * unit;
    hit.ny = (nx * i[1] + ny * j[1]) * unit;
    hit.nz = (nx * i[2] + ny * j[2] + nz * k[2]) * unit;
    return true;
  }
}
