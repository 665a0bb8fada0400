import type { Vec3 } from "../math/vector.ts";
import type { Hit, Ray } from "./ray.ts";
import type { Shape } from "./shape.ts";

/** Shapes close together, asked one by one only when the ray meets the sphere around them all. */
export class Cluster implements Shape {
  readonly #shapes: readonly Shape[];
  readonly #centre: Vec3;
  readonly #squared: number;

  constructor(centre: Vec3, radius: number, shapes: readonly Shape[]) {
    this.#shapes = shapes;
    this.#centre = centre;
    this.#squared = radius * radius;
  }

  intersect(ray: Ray, hit: Hit): boolean {
    const px = ray.ox - this.#centre[0];
    const py = ray.oy - this.#centre[1];
    const pz = ray.oz - this.#centre[2];
    const b = px * ray.dx + py * ray.dy + pz * ray.dz;
    const c = px * px + py * py + pz * pz - this.#squared;
    if (c > 0 && (b > 0 || b * b < c)) return false;
    let found = false;
    for (const shape of this.#shapes) if (shape.intersect(ray, hit)) found = true;
    return found;
  }
}
