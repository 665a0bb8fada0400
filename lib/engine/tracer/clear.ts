import type { RgbOut } from "../math/color.ts";
import { hash2 } from "../math/noise.ts";
import { clamp, lerp } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import { type ClearSolid, FAR, Hit, Ray } from "./ray.ts";
import { type Scene, shadeSecondary, trace } from "./scene.ts";
import type { Bounds, Shape } from "./shape.ts";

/** Of acrylic and of glass; ice and water bend light a little less. */
const REFRACTIVE_INDEX = 1.47;
/** Share of the light that a clear solid keeps from what it shades: where light comes in straight, and more where it grazes. */
const STOPPED = 0.16;
const STOPPED_GRAZING = 0.84;
const NOTHING: Vec3 = [0, 0, 0];
/** Times that a ray is thrown back within one solid, and solids that it passes through. */
const TURNS = 4;
const SOLIDS = 6;

/** A convex solid that light passes through: it shades little, and `seeThrough` looks into it. */
export class Clear implements Shape, ClearSolid {
  readonly bounds: Bounds;
  readonly solid: Shape;
  readonly span: number;

  constructor(solid: Shape) {
    this.solid = solid;
    this.bounds = solid.bounds;
    const [x1, y1, z1, x2, y2, z2] = solid.bounds;
    this.span = Math.hypot(x2 - x1, y2 - y1, z2 - z1) + 0.01;
  }

  intersect(ray: Ray, hit: Hit): boolean {
    const limit = hit.t;
    if (!this.solid.intersect(ray, hit)) return false;
    if (!hit.anySurface) {
      hit.clear = this;
      return true;
    }
    const grazing = 1 - Math.abs(ray.dx * hit.nx + ray.dy * hit.ny + ray.dz * hit.nz);
    const chance = hash2(Math.floor((ray.ox + ray.dx) * 4099), Math.floor((ray.oz + ray.dy) * 4099));
    if (chance < STOPPED + STOPPED_GRAZING * grazing ** 3) return true;
    hit.t = limit;
    return false;
  }
}

const inner = new Ray();
const back = new Ray();
const met = new Hit();
const exit = new Hit();
const seen: RgbOut = new Float64Array(3);

/**
 * Lays what a camera ray sees in the clear solid that it met, bent at each surface and coloured by the way within, behind the
 * lit colour in `out`.
 */
export function addSeenThrough(scene: Scene, ray: Ray, hit: Hit, out: RgbOut): void {
  const veil = scene.materials[hit.material]?.clear?.veil ?? 0;
  seeThrough(scene, ray, hit, seen);
  for (let c = 0; c < 3; c++) out[c] = lerp(seen[c] as number, out[c] as number, veil);
}

const indexOf = ({ materials }: Scene, material: number) => (materials[material]?.clear?.thin ? 1 : REFRACTIVE_INDEX);

function seeThrough(scene: Scene, ray: Ray, hit: Hit, out: RgbOut): void {
  let r = 1;
  let g = 1;
  let b = 1;
  inner.ox = hit.x;
  inner.oy = hit.y;
  inner.oz = hit.z;
  inner.dx = ray.dx;
  inner.dy = ray.dy;
  inner.dz = ray.dz;
  let { clear, material } = hit;
  let index = indexOf(scene, material);
  bend(inner, hit.nx, hit.ny, hit.nz, 1 / index);
  for (let solids = 0; solids < SOLIDS && clear; solids++) {
    const way = wayOut(scene, clear, index);
    const swallows = scene.materials[material]?.clear?.swallows ?? NOTHING;
    r *= Math.exp(-swallows[0] * way);
    g *= Math.exp(-swallows[1] * way);
    b *= Math.exp(-swallows[2] * way);
    if (met.t === FAR && !trace(scene, inner, met, true)) {
      lookOut(scene, inner, out);
      break;
    }
    if (solids + 1 < SOLIDS && scene.materials[met.material]?.clear && met.clear) {
      ({ clear, material } = met);
      inner.ox = met.x;
      inner.oy = met.y;
      inner.oz = met.z;
      index = indexOf(scene, material);
      bend(inner, met.nx, met.ny, met.nz, 1 / index);
      continue;
    }
    const h = hash2(Math.floor(met.x * 4099), Math.floor((met.y + met.z) * 4099));
    if (!scene.emission?.(met, inner, out)) shadeSecondary(scene, met, h, (h * 61) % 1, out, true);
    break;
  }
  out[0] = (out[0] as number) * r;
  out[1] = (out[1] as number) * g;
  out[2] = (out[2] as number) * b;
}

/**
 * Follows `inner` through a solid, thrown back where it meets the surface too flat, and leaves it bent outwards; answers the
 * length of the way. What stands within is in `met`, else `met.t` is FAR.
 */
function wayOut(scene: Scene, { solid, span }: ClearSolid, index: number): number {
  let way = 0;
  for (let turn = 0; turn < TURNS; turn++) {
    const far = lengthWithin(solid, span);
    const leaves = far > 0;
    met.t = far + 2e-3;
    if (leaves && trace(scene, inner, met, true)) return way + met.t;
    met.t = FAR;
    way += far;
    if (!leaves) {
      // A corner on the floor: from within the floor the next surface would be missed.
      inner.oy += 2e-3;
      return way;
    }
    inner.ox += inner.dx * far;
    inner.oy += inner.dy * far;
    inner.oz += inner.dz * far;
    if (bend(inner, -exit.nx, -exit.ny, -exit.nz, index)) return way;
  }
  return way;
}

/** From the start of `inner` to where it leaves, with the outward normal there in `exit`; 0 where it does not go in. */
function lengthWithin(solid: ClearSolid["solid"], span: number): number {
  exit.t = span - 1e-4;
  if (solid.exit) return solid.exit(inner, exit) ? exit.t : 0;
  // The last surface on the way is the first one from the other end.
  back.ox = inner.ox + inner.dx * span;
  back.oy = inner.oy + inner.dy * span;
  back.oz = inner.oz + inner.dz * span;
  back.dx = -inner.dx;
  back.dy = -inner.dy;
  back.dz = -inner.dz;
  return solid.intersect(back, exit) ? span - exit.t : 0;
}

/** Refracts a direction at a surface whose normal faces it; mirrors it and answers false where it cannot pass. */
function bend(ray: Ray, nx: number, ny: number, nz: number, ratio: number): boolean {
  const cos = -(ray.dx * nx + ray.dy * ny + ray.dz * nz);
  const k = 1 - ratio * ratio * (1 - cos * cos);
  const passes = k >= 0;
  const along = passes ? ratio : 1;
  const across = passes ? ratio * cos - Math.sqrt(k) : 2 * cos;
  const dx = along * ray.dx + across * nx;
  const dy = along * ray.dy + across * ny;
  const dz = along * ray.dz + across * nz;
  const unit = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz + 1e-12);
  ray.dx = dx * unit;
  ray.dy = dy * unit;
  ray.dz = dz * unit;
  return passes;
}

/** The backdrop where the picture shows it, else the light from there. */
function lookOut(scene: Scene, ray: Ray, out: RgbOut): void {
  const { camera } = scene;
  const u = (camera.centreXPx + (camera.focalPx * ray.dx) / ray.dz) / camera.widthPx;
  const v = (camera.horizonPx - (camera.focalPx * ray.dy) / ray.dz) / camera.heightPx;
  if (ray.dz > 0.1 && u > 0 && u < 1 && v > 0 && v < 1) scene.backdrop(clamp(u), clamp(v), ray, out);
  else scene.environment(ray.dx, ray.dy, ray.dz, out);
}
