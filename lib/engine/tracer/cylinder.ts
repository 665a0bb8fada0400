import type { Hit, Ray } from "./ray.ts";
import { type Bounds, bevelLean, NEAR, type Shape } from "./shape.ts";

/** An upright disc or column from y = `bottom` to `top`. */
export class Cylinder implements Shape {
  readonly x: number;
  readonly z: number;
  readonly radius: number;
  readonly bottom: number;
  readonly top: number;
  readonly bevel: number;
  readonly material: number;
  readonly bounds: Bounds;

  constructor(disc: {
    x: number;
    z: number;
    radius: number;
    bottom: number;
    top: number;
    bevel?: number;
    material: number;
  }) {
    this.x = disc.x;
    this.z = disc.z;
    this.radius = disc.radius;
    this.bottom = disc.bottom;
    this.top = disc.top;
    this.bevel = disc.bevel ?? 0.018;
    this.material = disc.material;
    const { x, z, radius, bottom, top } = disc;
    this.bounds = [x - radius, bottom, z - radius, x + radius, top, z + radius];
  }

  intersect(ray: Ray, hit: Hit): boolean {
    const { dx, dy, dz } = ray;
    const px = ray.ox - this.x;
    const pz = ray.oz - this.z;
    const a = dx * dx + dz * dz;
    const b = px * dx + pz * dz;
    const c = px * px + pz * pz - this.radius * this.radius;
    const discriminant = b * b - a * c;
    if (discriminant < 0) return false;
    const onSide = a > 1e-9 && this.#side(ray, hit, px, pz, (-b - Math.sqrt(discriminant)) / a);
    const onCap = Math.abs(dy) > 1e-6 && this.#cap(ray, hit, px, pz);
    return onSide || onCap;
  }

  #side(ray: Ray, hit: Hit, px: number, pz: number, t: number): boolean {
    if (t <= NEAR || t >= hit.t) return false;
    const y = ray.oy + t * ray.dy;
    if (y <= this.bottom || y >= this.top) return false;
    const lean = bevelLean(this.top - y, this.bevel);
    const k = 1 / Math.sqrt(1 + lean * lean);
    hit.t = t;
    hit.material = this.material;
    hit.nx = ((px + t * ray.dx) / this.radius) * k;
    hit.ny = lean * k;
    hit.nz = ((pz + t * ray.dz) / this.radius) * k;
    return true;
  }

  #cap(ray: Ray, hit: Hit, px: number, pz: number): boolean {
    const down = ray.dy < 0;
    const t = ((down ? this.top : this.bottom) - ray.oy) / ray.dy;
    if (t <= NEAR || t >= hit.t) return false;
    const x = px + t * ray.dx;
    const z = pz + t * ray.dz;
    const r2 = x * x + z * z;
    if (r2 >= this.radius * this.radius) return false;
    const r = Math.sqrt(r2);
    const lean = r > 0 ? bevelLean(this.radius - r, this.bevel) : 0;
    const k = 1 / Math.sqrt(1 + lean * lean);
    hit.t = t;
    hit.material = this.material;
    hit.nx = lean > 0 ? (x / r) * lean * k : 0;
    hit.ny = (down ? 1 : -1) * k;
    hit.nz = lean > 0 ? (z / r) * lean * k : 0;
    return true;
  }
}
