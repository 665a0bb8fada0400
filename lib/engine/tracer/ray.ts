/** Origin and unit direction. Mutable and reused: the tracer makes millions of them. */
export class Ray {
  ox = 0;
  oy = 0;
  oz = 0;
  dx = 0;
  dy = 0;
  dz = 1;
}

/** A solid that light passes through, and the longest way within it; one that is not convex knows its own exits. */
export interface ClearSolid {
  readonly solid: {
    intersect(ray: Ray, hit: Hit): boolean;
    exit?(ray: Ray, hit: Hit): boolean;
  };
  readonly span: number;
}

/** `t` is the limit before an intersection and the distance after it; position is filled in by `placeHit`. */
export class Hit {
  t = 0;
  /** Set by who asks only whether anything is met: the surface that is found need not be the nearest. */
  anySurface = false;
  /** The clear solid last met; of use where `material` is clear. */
  clear: ClearSolid | null = null;
  material = -1;
  x = 0;
  y = 0;
  z = 0;
  nx = 0;
  ny = 1;
  nz = 0;
}

export const FAR = 1e6;

export function placeHit(ray: Ray, hit: Hit): void {
  hit.x = ray.ox + hit.t * ray.dx;
  hit.y = ray.oy + hit.t * ray.dy;
  hit.z = ray.oz + hit.t * ray.dz;
}
