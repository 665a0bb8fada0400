import type { Hit, Ray } from "./ray.ts";
import { type Bounds, NEAR, type Shape } from "./shape.ts";

/** Length of a step along a ray; a heart's notch is wider than one of them. */
const STEP = 0.1;
const BISECTIONS = 8;
/** Radius of the sphere around the form below. */
const BOUND = 1.45;
const DEPTH = 2.25;
/** Half of its thickness and a little more: the sphere is much thicker. */
const HALF_DEPTH = 0.72;

/** Taubin's heart: negative inside; y is up, z towards the thin side. */
function form(x: number, y: number, z: number): number {
  const round = x * x + DEPTH * z * z + y * y - 1;
  return round * round * round - (x * x + 0.1125 * z * z) * y * y * y;
}

/** A heart like a foil balloon's, upright and facing the camera; `size` is about half its width. */
export class Heart implements Shape {
  readonly #x: number;
  readonly #y: number;
  readonly #z: number;
  readonly #size: number;
  readonly #cos: number;
  readonly #sin: number;
  readonly #material: number;
  readonly bounds: Bounds;

  constructor(heart: { x: number; y: number; z: number; size: number; turn?: number; material: number }) {
    this.#x = heart.x;
    this.#y = heart.y;
    this.#z = heart.z;
    this.#size = heart.size;
    this.#cos = Math.cos(heart.turn ?? 0);
    this.#sin = Math.sin(heart.turn ?? 0);
    this.#material = heart.material;
    const { x, y, z } = heart;
    const reach = BOUND * heart.size;
    this.bounds = [x - reach, y - reach, z - reach, x + reach, y + reach, z + reach];
  }

  intersect(ray: Ray, hit: Hit): boolean {
    const cos = this.#cos;
    const sin = this.#sin;
    const scale = 1 / this.#size;
    const wx = (ray.ox - this.#x) * scale;
    const wz = (ray.oz - this.#z) * scale;
    const px = wx * cos + wz * sin;
    const py = (ray.oy - this.#y) * scale;
    const pz = wz * cos - wx * sin;
    const dx = ray.dx * cos + ray.dz * sin;
    const dy = ray.dy;
    const dz = ray.dz * cos - ray.dx * sin;
    const b = px * dx + py * dy + pz * dz;
    const reach = b * b - px * px - py * py - pz * pz + BOUND * BOUND;
    if (reach <= 0) return false;
    const root = Math.sqrt(reach);
    const across = 1 / (Math.abs(dz) < 1e-9 ? 1e-9 : dz);
    const front = (-HALF_DEPTH - pz) * across;
    const back = (HALF_DEPTH - pz) * across;
    const start = Math.max(-b - root, NEAR * scale, Math.min(front, back));
    const end = Math.min(-b + root, hit.t * scale, Math.max(front, back));
    const steps = Math.ceil((end - start) / STEP);
    const step = (end - start) / steps;
    // Rays that start inside, on the surface itself, do not meet it again.
    if (!(end > start) || form(px + start * dx, py + start * dy, pz + start * dz) < 0) return false;
    for (let i = 1; i <= steps; i++) {
      let high = start + i * step;
      if (form(px + high * dx, py + high * dy, pz + high * dz) >= 0) continue;
      let low = high - step;
      for (let k = 0; k < BISECTIONS; k++) {
        const middle = (low + high) / 2;
        if (form(px + middle * dx, py + middle * dy, pz + middle * dz) < 0) high = middle;
        else low = middle;
      }
      this.#write(hit, low, px + low * dx, py + low * dy, pz + low * dz);
      return true;
    }
    return false;
  }

  #write(hit: Hit, t: number, x: number, y: number, z: number): void {
    const round = x * x + DEPTH * z * z + y * y - 1;
    const outer = 6 * round * round;
    const y2 = y * y;
    const nx = outer * x - 2 * x * y2 * y;
    const ny = outer * y - 3 * (x * x + 0.1125 * z * z) * y2;
    const nz = outer * DEPTH * z - 0.225 * z * y2 * y;
    const k = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz + 1e-24);
    hit.t = t * this.#size;
    hit.material = this.#material;
    hit.nx = (nx * this.#cos - nz * this.#sin) * k;
    hit.ny = ny * k;
    hit.nz = (nx * this.#sin + nz * this.#cos) * k;
  }
}
