import { normalized, type Vec3 } from "../math/vector.ts";
import type { Hit, Ray } from "./ray.ts";
import { NEAR } from "./shape.ts";

export interface HeightFieldInput {
  /** Nearest and farthest distance from the camera. */
  readonly near: number;
  readonly far: number;
  /** Half of what the camera sees at distance 1, to each side. */
  readonly halfView: number;
  /** Cells along each side. */
  readonly size: number;
  readonly height: (x: number, z: number) => number;
  readonly material: number;
  /** Towards the key light, of any length: which ground it reaches is worked out once. */
  readonly sun: Vec3;
}

const MAX_STEPS = 240;
const BISECTIONS = 6;
const NEAR_STEPS = 24;
/** Share of the distance that rays which start on the ground skip: closer in they would meet the facet they come from. */
const CLEARANCE = 0.012;
/** Rays that start on the ground lose precision with their way: what they bring is light, not outlines. */
const COARSENING = 0.15;
/** Every so many cells of the grid know how far the sun stands above what is in its way. */
const SUN_STRIDE = 2;
/** Ground that the sun clears by more than this slope is in full light. */
const CLEAR = 1;
/** Above the ground by more than this share of the distance, a shadow ray is marched. */
const AFLOAT = 0.004;

/**
 * Ground with relief: drifts, dunes, folds. Heights lie on a grid that is fine near the camera and coarse in the distance
 * (across in x / z, into the picture in 1 / √z), so that a cell is about as large in the picture everywhere. Beyond its
 * sides the border's heights go on.
 */
export class HeightField {
  readonly near: number;
  readonly far: number;
  readonly material: number;
  readonly #size: number;
  readonly #heights: Float32Array;
  readonly #scaleU: number;
  readonly #scaleV: number;
  readonly #fromV: number;
  readonly #halfView: number;
  readonly #highest: number;
  readonly #steepest: number;
  /** By what slope the sun's rays clear the ground, negative in shadow; one for every `SUN_STRIDE` cells each way. */
  readonly #clearance: Float32Array;
  readonly #sunSize: number;
  readonly #sunSlope: number;

  constructor({ near, far, halfView, size, height, material, sun }: HeightFieldInput) {
    this.near = near;
    this.far = far;
    this.material = material;
    this.#size = size;
    this.#halfView = halfView;
    this.#scaleU = (size - 1) / (2 * halfView);
    this.#fromV = 1 / Math.sqrt(near);
    this.#scaleV = (size - 1) / (this.#fromV - 1 / Math.sqrt(far));
    const heights = new Float32Array(size * size);
    this.#heights = heights;
    let highest = Number.NEGATIVE_INFINITY;
    let steepest = 0.1;
    let before = near;
    for (let row = 0; row < size; row++) {
      const z = (this.#fromV - row / this.#scaleV) ** -2;
      for (let column = 0; column < size; column++) {
        const o = row * size + column;
        const y = height((column / this.#scaleU - halfView) * z, z);
        heights[o] = y;
        highest = Math.max(highest, y);
        if (column > 0) steepest = Math.max(steepest, (Math.abs(y - (heights[o - 1] as number)) * this.#scaleU) / z);
        if (row > 0) steepest = Math.max(steepest, Math.abs(y - (heights[o - size] as number)) / (z - before));
      }
      before = z;
    }
    this.#highest = highest + 1e-3;
    this.#steepest = Math.min(steepest, 4.5);
    const [sx, sy, sz] = normalized(sun);
    const flat = Math.max(Math.hypot(sx, sz), 1e-6);
    this.#sunSlope = sy / flat;
    this.#sunSize = Math.floor((size - 1) / SUN_STRIDE) + 1;
    this.#clearance = new Float32Array(this.#sunSize * this.#sunSize);
    for (let row = 0; row < this.#sunSize; row++) {
      const z = (this.#fromV - (row * SUN_STRIDE) / this.#scaleV) ** -2;
      for (let column = 0; column < this.#sunSize; column++) {
        const x = ((column * SUN_STRIDE) / this.#scaleU - halfView) * z;
        this.#clearance[row * this.#sunSize + column] = this.#clearanceAt(x, z, sx / flat, sz / flat);
      }
    }
  }

  #clearanceAt(x: number, z: number, dx: number, dz: number): number {
    const own = this.heightAt(x, z);
    const start = CLEARANCE * Math.max(z, 0.5);
    let clearance = CLEAR;
    for (let way = start; own + this.#sunSlope * way < this.#highest; way *= 1 + COARSENING / 2) {
      const there = z + dz * way;
      if (there > this.far || there < this.near * 0.5) break;
      clearance = Math.min(clearance, this.#sunSlope - (this.heightAt(x + dx * way, there) - own) / way);
    }
    return clearance;
  }

  /** Whether the ground keeps the sun from the ray's origin; `ray` points somewhere into the sun's disc. */
  shades(ray: Ray, scratch: Hit): boolean {
    const { ox, oy, oz, dx, dy, dz } = ray;
    const depth = oz < this.near ? this.near : oz > this.far ? this.far : oz;
    if (oy - this.heightAt(ox, oz) > AFLOAT * depth) return this.intersect(ray, scratch);
    const last = this.#sunSize - 1.001;
    const u = ((ox / depth + this.#halfView) * this.#scaleU) / SUN_STRIDE;
    const v = ((this.#fromV - 1 / Math.sqrt(depth)) * this.#scaleV) / SUN_STRIDE;
    const cu = u < 0 ? 0 : u > last ? last : u;
    const cv = v < 0 ? 0 : v > last ? last : v;
    const fu = cu - (cu | 0);
    const o = (cv | 0) * this.#sunSize + (cu | 0);
    const clear = this.#clearance;
    const a = clear[o] as number;
    const c = clear[o + this.#sunSize] as number;
    const top = a + ((clear[o + 1] as number) - a) * fu;
    const clearance = top + (c + ((clear[o + this.#sunSize + 1] as number) - c) * fu - top) * (cv - (cv | 0));
    return clearance + dy / Math.sqrt(dx * dx + dz * dz + 1e-12) - this.#sunSlope < 0;
  }

  heightAt(x: number, z: number): number {
    const last = this.#size - 1.001;
    const depth = z < this.near ? this.near : z > this.far ? this.far : z;
    const u = (x / depth + this.#halfView) * this.#scaleU;
    const v = (this.#fromV - 1 / Math.sqrt(depth)) * this.#scaleV;
    const cu = u < 0 ? 0 : u > last ? last : u;
    const cv = v < 0 ? 0 : v > last ? last : v;
    const iu = cu | 0;
    const iv = cv | 0;
    const fu = cu - iu;
    const o = iv * this.#size + iu;
    const heights = this.#heights;
    const a = heights[o] as number;
    const c = heights[o + this.#size] as number;
    const top = a + ((heights[o + 1] as number) - a) * fu;
    return top + (c + ((heights[o + this.#size + 1] as number) - c) * fu - top) * (cv - iv);
  }

  /** Like a shape's: writes t, normal and material when the ground is nearer than `hit.t`. */
  intersect(ray: Ray, hit: Hit): boolean {
    const { ox, oy, oz, dx, dy, dz } = ray;
    const fromAbove = oy > this.#highest;
    let t = CLEARANCE * Math.max(oz, 0.5);
    if (fromAbove) {
      if (dy >= 0) return false;
      t = (this.#highest - oy) / dy;
    }
    let end = hit.t;
    if (dy > 1e-9) end = Math.min(end, (this.#highest - oy) / dy);
    if (dz > 1e-9) end = Math.min(end, (this.far - oz) / dz);
    if (dz < -1e-9) end = Math.min(end, (this.near * 0.5 - oz) / dz);
    const growth = fromAbove ? 0 : COARSENING;
    const flat = Math.sqrt(dx * dx + dz * dz);
    const closing = 1 / (0.75 * flat * this.#steepest + Math.max(0, -dy) + 1e-6);
    let before = t;
    for (let step = 0; step < MAX_STEPS && before < end; step++) {
      // The last step ends where the ground does, or a far rise would be stepped over.
      if (t > end) t = end;
      const z = oz + t * dz;
      const above = oy + t * dy - this.heightAt(ox + t * dx, z);
      if (above < 0) return step > 0 && this.#meet(ray, hit, before, t);
      before = t;
      t += Math.max(above * closing, 0.0018 * (z > 0.5 ? z : 0.5), t * growth);
    }
    return false;
  }

  /** The same for a camera ray known to meet nothing nearer than `from`; false when it is under the ground there. */
  intersectFrom(ray: Ray, hit: Hit, from: number): boolean {
    const { ox, oy, oz, dx, dy, dz } = ray;
    const closing = 1 / (0.6 * this.#steepest + Math.max(0, -dy) + 1e-6);
    let t = from;
    let before = from;
    for (let step = 0; step < NEAR_STEPS; step++) {
      const z = oz + t * dz;
      const above = oy + t * dy - this.heightAt(ox + t * dx, z);
      if (above < 0) return step > 0 && this.#meet(ray, hit, before, t);
      before = t;
      t += Math.max(above * closing, 0.0012 * z);
    }
    return false;
  }

  #meet(ray: Ray, hit: Hit, above: number, below: number): boolean {
    const { ox, oy, oz, dx, dy, dz } = ray;
    let low = above;
    let high = below;
    for (let i = 0; i < BISECTIONS; i++) {
      const middle = (low + high) / 2;
      if (oy + middle * dy < this.heightAt(ox + middle * dx, oz + middle * dz)) high = middle;
      else low = middle;
    }
    if (high <= NEAR || high >= hit.t) return false;
    this.#write(ray, hit, high);
    return true;
  }

  #write({ ox, oz, dx, dz }: Ray, hit: Hit, t: number): void {
    const x = ox + t * dx;
    const z = oz + t * dz;
    const e = (Math.max(z, this.near) / this.#scaleU) * 1.2;
    const nx = -(this.heightAt(x + e, z) - this.heightAt(x - e, z)) / (2 * e);
    const nz = -(this.heightAt(x, z + e) - this.heightAt(x, z - e)) / (2 * e);
    const k = 1 / Math.sqrt(nx * nx + 1 + nz * nz);
    hit.t = t;
    hit.material = this.material;
    hit.nx = nx * k;
    hit.ny = k;
    hit.nz = nz * k;
  }
}
