import type { Hit, Ray } from "./ray.ts";
import { type Bounds, bevelLean, NEAR, type Shape } from "./shape.ts";

/**
 * A plate with a half-round top that faces the camera: from y = `bottom` straight up to `spring`, then a half circle of
 * `radius`; with `hole` above 0 a doorway of that radius is cut out. With `disc` it is a whole circle around `spring`.
 */
export class Arch implements Shape {
  readonly x: number;
  readonly bottom: number;
  readonly spring: number;
  readonly radius: number;
  readonly hole: number;
  readonly front: number;
  readonly back: number;
  readonly disc: boolean;
  readonly bevel: number;
  readonly material: number;
  readonly bounds: Bounds;

  constructor(arch: {
    x: number;
    bottom: number;
    spring: number;
    radius: number;
    hole?: number;
    front: number;
    back: number;
    disc?: boolean;
    material: number;
  }) {
    this.x = arch.x;
    this.bottom = arch.bottom;
    this.spring = arch.spring;
    this.radius = arch.radius;
    this.hole = arch.hole ?? 0;
    this.front = arch.front;
    this.back = arch.back;
    this.disc = arch.disc ?? false;
    this.bevel = 0.02;
    this.material = arch.material;
    const low = this.disc ? arch.spring - arch.radius : arch.bottom;
    const { x, spring, radius, front, back } = arch;
    this.bounds = [x - radius, low, front, x + radius, spring + radius, back];
  }

  intersect(ray: Ray, hit: Hit): boolean {
    const onFace = this.#face(ray, hit);
    const onOutside = this.#curved(ray, hit, this.radius, 1);
    const onInside = this.hole > 0 && this.#curved(ray, hit, this.hole, -1);
    return onFace || onOutside || onInside;
  }

  #inside(x: number, y: number, radius: number): boolean {
    if (y < this.spring && !this.disc) return Math.abs(x) < radius && y > this.bottom;
    const dy = y - this.spring;
    return x * x + dy * dy < radius * radius;
  }

  #face(ray: Ray, hit: Hit): boolean {
    if (Math.abs(ray.dz) < 1e-7) return false;
    const t = ((ray.dz > 0 ? this.front : this.back) - ray.oz) / ray.dz;
    if (t <= NEAR || t >= hit.t) return false;
    const x = ray.ox - this.x + t * ray.dx;
    const y = ray.oy + t * ray.dy;
    if (!this.#inside(x, y, this.radius) || (this.hole > 0 && this.#inside(x, y, this.hole))) return false;
    const straight = y < this.spring && !this.disc;
    const dy = straight ? 0 : y - this.spring;
    const r = straight ? Math.abs(x) : Math.sqrt(x * x + dy * dy);
    let lean = bevelLean(this.radius - r, this.bevel);
    if (this.hole > 0) lean -= bevelLean(r - this.hole, this.bevel);
    const k = 1 / Math.sqrt(1 + lean * lean);
    hit.t = t;
    hit.material = this.material;
    hit.nx = r > 0 ? (x / r) * lean * k : 0;
    hit.ny = r > 0 ? (dy / r) * lean * k : 0;
    hit.nz = (ray.dz > 0 ? -1 : 1) * k;
    return true;
  }

  /** The rim (`side` 1) or the doorway's lining (`side` -1): a half cylinder along z and two upright planes. */
  #curved(ray: Ray, hit: Hit, radius: number, side: 1 | -1): boolean {
    const { dx, dy, dz } = ray;
    const px = ray.ox - this.x;
    const py = ray.oy - this.spring;
    let found = false;
    const a = dx * dx + dy * dy;
    const b = px * dx + py * dy;
    const c = px * px + py * py - radius * radius;
    const discriminant = b * b - a * c;
    if (discriminant > 0 && a > 1e-9) {
      const t = (-b - side * Math.sqrt(discriminant)) / a;
      const z = ray.oz + t * dz;
      const y = py + t * dy;
      if (t > NEAR && t < hit.t && z > this.front && z < this.back && (this.disc || y > 0)) {
        hit.t = t;
        hit.material = this.material;
        hit.nx = (side * (px + t * dx)) / radius;
        hit.ny = (side * y) / radius;
        hit.nz = 0;
        found = true;
      }
    }
    if (!this.disc && Math.abs(dx) > 1e-7) {
      const t = ((dx > 0 ? -radius : radius) * side - px) / dx;
      const z = ray.oz + t * dz;
      const y = ray.oy + t * dy;
      if (t > NEAR && t < hit.t && z > this.front && z < this.back && y < this.spring && y > this.bottom) {
        hit.t = t;
        hit.material = this.material;
        hit.nx = dx > 0 ? -1 : 1;
        hit.ny = 0;
        hit.nz = 0;
        found = true;
      }
    }
    return found;
  }
}
