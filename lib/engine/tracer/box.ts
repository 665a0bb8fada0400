import type { Hit, Ray } from "./ray.ts";
import { type Bounds, bevelLean, NEAR, type Shape } from "./shape.ts";

/** A box turned about the vertical axis by `turn` radians; `x`, `y`, `z` is its centre. */
export class Box implements Shape {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly halfX: number;
  readonly halfY: number;
  readonly halfZ: number;
  readonly bevel: number;
  readonly material: number;
  readonly bounds: Bounds;
  readonly #cos: number;
  readonly #sin: number;

  constructor(box: {
    x: number;
    y: number;
    z: number;
    halfX: number;
    halfY: number;
    halfZ: number;
    turn?: number;
    bevel?: number;
    material: number;
  }) {
    this.x = box.x;
    this.y = box.y;
    this.z = box.z;
    this.halfX = box.halfX;
    this.halfY = box.halfY;
    this.halfZ = box.halfZ;
    this.bevel = box.bevel ?? 0.018;
    this.material = box.material;
    this.#cos = Math.cos(box.turn ?? 0);
    this.#sin = Math.sin(box.turn ?? 0);
    const wide = Math.abs(this.#cos) * box.halfX + Math.abs(this.#sin) * box.halfZ;
    const deep = Math.abs(this.#sin) * box.halfX + Math.abs(this.#cos) * box.halfZ;
    const { x, y, z, halfY } = box;
    this.bounds = [x - wide, y - halfY, z - deep, x + wide, y + halfY, z + deep];
  }

  intersect(ray: Ray, hit: Hit): boolean {
    const cos = this.#cos;
    const sin = this.#sin;
    const wx = ray.ox - this.x;
    const wz = ray.oz - this.z;
    const ox = wx * cos + wz * sin;
    const oy = ray.oy - this.y;
    const oz = -wx * sin + wz * cos;
    const dx = ray.dx * cos + ray.dz * sin;
    const dy = ray.dy;
    const dz = -ray.dx * sin + ray.dz * cos;
    const x1 = (-this.halfX - ox) / dx;
    const x2 = (this.halfX - ox) / dx;
    const y1 = (-this.halfY - oy) / dy;
    const y2 = (this.halfY - oy) / dy;
    const z1 = (-this.halfZ - oz) / dz;
    const z2 = (this.halfZ - oz) / dz;
    const nearX = Math.min(x1, x2);
    const nearY = Math.min(y1, y2);
    const nearZ = Math.min(z1, z2);
    const near = Math.max(nearX, nearY, nearZ);
    const far = Math.min(Math.max(x1, x2), Math.max(y1, y2), Math.max(z1, z2));
    if (!(near < far) || near <= NEAR || near >= hit.t) return false;
    const qx = ox + near * dx;
    const qy = oy + near * dy;
    const qz = oz + near * dz;
    const sx = qx > 0 ? 1 : -1;
    const sy = qy > 0 ? 1 : -1;
    const sz = qz > 0 ? 1 : -1;
    const nx = near === nearX ? sx : sx * bevelLean(this.halfX - Math.abs(qx), this.bevel);
    const ny = near === nearY ? sy : sy * bevelLean(this.halfY - Math.abs(qy), this.bevel);
    const nz = near === nearZ ? sz : sz * bevelLean(this.halfZ - Math.abs(qz), this.bevel);
    const k = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
    hit.t = near;
    hit.material = this.material;
    hit.nx = (nx * cos - nz * sin) * k;
    hit.ny = ny * k;
    hit.nz = (nx * sin + nz * cos) * k;
    return true;
  }
}
