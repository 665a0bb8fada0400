import type { Hit, Ray } from "./ray.ts";
import { type Bounds, NEAR, type Shape } from "./shape.ts";

export class Sphere implements Shape {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly radius: number;
  readonly material: number;
  readonly bounds: Bounds;

  constructor(sphere: { x: number; y: number; z: number; radius: number; material: number }) {
    this.x = sphere.x;
    this.y = sphere.y;
    this.z = sphere.z;
    this.radius = sphere.radius;
    this.material = sphere.material;
    const { x, y, z, radius } = sphere;
    this.bounds = [x - radius, y - radius, z - radius, x + radius, y + radius, z + radius];
  }

  intersect(ray: Ray, hit: Hit): boolean {
    const px = ray.ox - this.x;
    const py = ray.oy - this.y;
    const pz = ray.oz - this.z;
    const b = px * ray.dx + py * ray.dy + pz * ray.dz;
    const c = px * px + py * py + pz * pz - this.radius * this.radius;
    if (c > 0 && b > 0) return false;
    const discriminant = b * b - c;
    if (discriminant < 0) return false;
    const t = -b - Math.sqrt(discriminant);
    if (t <= NEAR || t >= hit.t) return false;
    hit.t = t;
    hit.material = this.material;
    const k = 1 / this.radius;
    hit.nx = (px + t * ray.dx) * k;
    hit.ny = (py + t * ray.dy) * k;
    hit.nz = (pz + t * ray.dz) * k;
    return true;
  }
}
