import { clamp } from "../math/scalar.ts";
import type { Hit, Ray } from "./ray.ts";
import { type Bounds, NEAR, type Shape } from "./shape.ts";

/** Cells along the side of a block; a ray crosses blocks that hold nothing in one step. */
const BLOCK = 6;
/** Steps of a ray, in cells: within a block that holds something, and where nothing is near. */
const STEP = 0.9;
const STRIDE = BLOCK * 0.75;
const BISECTIONS = 5;

/** A form of its own, filled where a field is above 0; the field is sampled once, on a grid of cubes. */
export class Liquid implements Shape {
  readonly bounds: Bounds;
  readonly material: number;
  readonly #cell: number;
  readonly #size: readonly [number, number, number];
  readonly #values: Float32Array;
  /** 1 for blocks that hold a part of the form, or touch one that does. */
  readonly #filled: Uint8Array;
  readonly #blocks: readonly [number, number, number];

  constructor(form: {
    bounds: Bounds;
    /** Side of a cube in world units. */
    cell: number;
    field: (x: number, y: number, z: number) => number;
    material: number;
  }) {
    const { bounds, cell, field } = form;
    this.material = form.material;
    this.bounds = bounds;
    this.#cell = cell;
    const points = (axis: number) => Math.ceil(((bounds[axis + 3] as number) - (bounds[axis] as number)) / cell) + 1;
    const [nx, ny, nz] = [points(0), points(1), points(2)];
    this.#size = [nx, ny, nz];
    const values = new Float32Array(nx * ny * nz);
    const blocks = [Math.ceil(nx / BLOCK), Math.ceil(ny / BLOCK), Math.ceil(nz / BLOCK)] as const;
    const [bx, by, bz] = blocks;
    const held = new Uint8Array(bx * by * bz);
    const blockOf = (i: number, j: number, k: number) =>
      (((k / BLOCK) | 0) * by + ((j / BLOCK) | 0)) * bx + ((i / BLOCK) | 0);
    for (let k = 0; k < nz; k++) {
      for (let j = 0; j < ny; j++) {
        for (let i = 0; i < nx; i++) {
          const value = field(bounds[0] + i * cell, bounds[1] + j * cell, bounds[2] + k * cell);
          values[(k * ny + j) * nx + i] = value;
          if (value > 0) held[blockOf(i, j, k)] = 1;
        }
      }
    }
    const filled = new Uint8Array(held.length);
    for (let k = 0; k < bz; k++)
      for (let j = 0; j < by; j++)
        for (let i = 0; i < bx; i++)
          for (let n = 0; n < 27; n++) {
            const [x, y, z] = [i + (n % 3) - 1, j + (((n / 3) | 0) % 3) - 1, k + ((n / 9) | 0) - 1];
            if (x < 0 || y < 0 || z < 0 || x >= bx || y >= by || z >= bz) continue;
            if (held[(z * by + y) * bx + x]) filled[(k * by + j) * bx + i] = 1;
          }
    this.#values = values;
    this.#filled = filled;
    this.#blocks = blocks;
  }

  intersect(ray: Ray, hit: Hit): boolean {
    return this.#surface(ray, hit, false);
  }

  /** Where a ray that is within leaves: writes distance and the outward normal. */
  exit(ray: Ray, hit: Hit): boolean {
    return this.#surface(ray, hit, true);
  }

  #surface(ray: Ray, hit: Hit, within: boolean): boolean {
    const b = this.bounds;
    let near = NEAR;
    let far = hit.t;
    for (let axis = 0; axis < 3; axis++) {
      const o = axis === 0 ? ray.ox : axis === 1 ? ray.oy : ray.oz;
      const d = (axis === 0 ? ray.dx : axis === 1 ? ray.dy : ray.dz) || 1e-12;
      const t1 = ((b[axis] as number) - o) / d;
      const t2 = ((b[axis + 3] as number) - o) / d;
      near = Math.max(near, Math.min(t1, t2));
      far = Math.min(far, Math.max(t1, t2));
    }
    if (!(near < far)) return false;
    const cell = this.#cell;
    const sign = within ? -1 : 1;
    // A ray that sets out on the surface is on the side that it was sent to: it must leave this side before it can meet it again.
    let armed = within || this.#empty(ray, near) || this.#at(ray, near) * sign <= 0;
    let before = near;
    for (let t = near; t < far; ) {
      const empty = this.#empty(ray, t);
      const value = empty ? -sign : this.#at(ray, t);
      if (value * sign <= 0) armed = true;
      else if (armed && t > near) {
        let low = before;
        let high = t;
        for (let i = 0; i < BISECTIONS; i++) {
          const middle = (low + high) / 2;
          if (this.#at(ray, middle) * sign > 0) high = middle;
          else low = middle;
        }
        this.#write(ray, hit, high);
        return true;
      }
      before = t;
      t += cell * (empty ? STRIDE : STEP);
    }
    return false;
  }

  #write(ray: Ray, hit: Hit, t: number): void {
    const x = ray.ox + t * ray.dx;
    const y = ray.oy + t * ray.dy;
    const z = ray.oz + t * ray.dz;
    const e = this.#cell;
    const nx = this.#value(x - e, y, z) - this.#value(x + e, y, z);
    const ny = this.#value(x, y - e, z) - this.#value(x, y + e, z);
    const nz = this.#value(x, y, z - e) - this.#value(x, y, z + e);
    const unit = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz + 1e-20);
    hit.t = t;
    hit.material = this.material;
    hit.nx = nx * unit;
    hit.ny = ny * unit;
    hit.nz = nz * unit;
  }

  #empty(ray: Ray, t: number): boolean {
    const k = 1 / (this.#cell * BLOCK);
    const [bx, by, bz] = this.#blocks;
    const i = clamp((ray.ox + t * ray.dx - this.bounds[0]) * k, 0, bx - 1) | 0;
    const j = clamp((ray.oy + t * ray.dy - this.bounds[1]) * k, 0, by - 1) | 0;
    const l = clamp((ray.oz + t * ray.dz - this.bounds[2]) * k, 0, bz - 1) | 0;
    return this.#filled[(l * by + j) * bx + i] === 0;
  }

  #at(ray: Ray, t: number): number {
    return this.#value(ray.ox + t * ray.dx, ray.oy + t * ray.dy, ray.oz + t * ray.dz);
  }

  #value(x: number, y: number, z: number): number {
    const { bounds } = this;
    const d = this.#values;
    const nx = this.#size[0];
    const k = 1 / this.#cell;
    const u = clamp((x - bounds[0]) * k, 0, nx - 1.001);
    const v = clamp((y - bounds[1]) * k, 0, this.#size[1] - 1.001);
    const w = clamp((z - bounds[2]) * k, 0, this.#size[2] - 1.001);
    const i = u | 0;
    const j = v | 0;
    const l = w | 0;
    const fu = u - i;
    const fv = v - j;
    const slice = nx * this.#size[1];
    const a = l * slice + j * nx + i;
    const b = a + slice;
    const a0 = (d[a] as number) + ((d[a + 1] as number) - (d[a] as number)) * fu;
    const a1 = (d[a + nx] as number) + ((d[a + nx + 1] as number) - (d[a + nx] as number)) * fu;
    const b0 = (d[b] as number) + ((d[b + 1] as number) - (d[b] as number)) * fu;
    const b1 = (d[b + nx] as number) + ((d[b + nx + 1] as number) - (d[b + nx] as number)) * fu;
    const front = a0 + (a1 - a0) * fv;
    return front + (b0 + (b1 - b0) * fv - front) * (w - l);
  }
}
