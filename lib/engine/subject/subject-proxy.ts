import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { LINEAR_OF_BYTE, type RgbOut } from "../math/color.ts";
import { hash2 } from "../math/noise.ts";
import type { Hit, Ray } from "../tracer/ray.ts";
import type { SubjectFacts } from "./analyse-subject.ts";
import type { Camera } from "./camera.ts";
import { CLEAR, Footprint } from "./footprint.ts";

const STEPS = 20;

/** Material number of the subject's solid. */
export const SUBJECT_MATERIAL = 255;

/**
 * The cut-out as a solid, so that it can cast shadows, block ambient light and be reflected: per row of pixels an ellipse
 * (round base) or superellipse x⁴ + z⁴ < 1 as wide as the row. Camera rays never see it.
 */
export class SubjectProxy {
  readonly height: number;
  /** Of its base above the ground, in world units; 0 for what stands. */
  readonly elevation: number;
  readonly centreX: number;
  readonly centreZ: number;
  readonly baseHalfWidth: number;
  readonly baseHalfDepth: number;
  readonly maxHalfWidth: number;
  readonly #rows: number;
  readonly #rowCentre: Float32Array;
  readonly #rowHalf: Float32Array;
  readonly #minX: number;
  readonly #maxX: number;
  readonly #halfDepth: number;
  /** Half depth of the solid as a share of its half width. */
  readonly #depthShare: number;
  readonly #round: boolean;
  readonly #footprint: Footprint;
  readonly #pixels: PixelBuffer;
  readonly #facts: SubjectFacts;
  readonly #camera: Camera;

  constructor(pixels: PixelBuffer, facts: SubjectFacts, camera: Camera) {
    this.#pixels = pixels;
    this.#facts = facts;
    this.#camera = camera;
    const rows = facts.bottom - facts.top;
    const unit = 1 / camera.unitPx;
    this.#rows = rows;
    this.#rowCentre = new Float32Array(rows);
    this.#rowHalf = new Float32Array(rows);
    let minX = Number.POSITIVE_INFINITY;
    let maxX = Number.NEGATIVE_INFINITY;
    let widest = 0;
    for (let row = 0; row < rows; row++) {
      const from = facts.rowLeft[row] as number;
      if (from < 0) continue;
      const to = (facts.rowRight[row] as number) + 1;
      const centre = ((from + to) / 2 - camera.centreXPx) * unit;
      const half = ((to - from) / 2) * unit;
      this.#rowCentre[row] = centre;
      this.#rowHalf[row] = half;
      widest = Math.max(widest, half);
      minX = Math.min(minX, centre - half);
      maxX = Math.max(maxX, centre + half);
    }
    this.#minX = minX;
    this.#maxX = maxX;
    this.maxHalfWidth = widest;
    this.height = rows * unit;
    this.elevation = (facts.ground - facts.bottom) * unit;
    const footprint = new Footprint(facts, camera);
    this.#footprint = footprint;
    this.#round = footprint.round;
    this.baseHalfWidth = footprint.halfWidth;
    this.baseHalfDepth = footprint.halfDepth;
    this.#depthShare = Math.min(1, Math.max(0.4, footprint.halfDepth / footprint.halfWidth));
    this.#halfDepth = Math.max(widest * this.#depthShare, footprint.halfDepth);
    this.centreX = footprint.centreX;
    this.centreZ = footprint.centreZ;
    // A curved base narrows to a point in the picture, but not in space.
    for (let row = Math.max(0, Math.round(rows - footprint.risePx)); row < rows; row++) {
      this.#rowCentre[row] = this.centreX;
      this.#rowHalf[row] = this.baseHalfWidth;
    }
  }

  /** Writes t, normal and material when the solid is nearer than `hit.t`. */
  intersect(ray: Ray, hit: Hit): boolean {
    let near = 1e-4;
    let far = hit.t;
    const { ox, oz, dx, dy, dz } = ray;
    const oy = ray.oy - this.elevation;
    let a = -oy / dy;
    let b = (this.height - oy) / dy;
    near = Math.max(near, Math.min(a, b));
    far = Math.min(far, Math.max(a, b));
    if (!(near < far)) return false;
    a = (this.#minX - ox) / dx;
    b = (this.#maxX - ox) / dx;
    near = Math.max(near, Math.min(a, b));
    far = Math.min(far, Math.max(a, b));
    if (!(near < far)) return false;
    a = (this.centreZ - this.#halfDepth - oz) / dz;
    b = (this.centreZ + this.#halfDepth - oz) / dz;
    near = Math.max(near, Math.min(a, b));
    far = Math.min(far, Math.max(a, b));
    if (!(near < far)) return false;
    const step = (far - near) / STEPS;
    const rowsPerUnit = this.#rows / this.height;
    const depth = this.#depthShare;
    const round = this.#round;
    const legs = this.#facts.feet.length > 1;
    for (let i = 0; i < STEPS; i++) {
      const t = near + (i + 0.5) * step;
      const row = ((this.height - oy - t * dy) * rowsPerUnit) | 0;
      if (row < 0 || row >= this.#rows) continue;
      const half = this.#rowHalf[row] as number;
      if (half <= 0) continue;
      const ex = (ox + t * dx - (this.#rowCentre[row] as number)) / half;
      const ez = (oz + t * dz - this.centreZ) / (half * depth);
      const ex2 = ex * ex;
      const ez2 = ez * ez;
      if (round ? ex2 + ez2 >= 1 : ex2 * ex2 + ez2 * ez2 >= 1) continue;
      if (legs && !this.#covered(ox + t * dx, row)) continue;
      if (this.#letsThrough(row, ray)) return false;
      const k = 1 / Math.sqrt(ex2 + ez2 + 1e-6);
      hit.t = t;
      hit.material = SUBJECT_MATERIAL;
      hit.nx = ex * k;
      hit.ny = 0;
      hit.nz = ez * k;
      return true;
    }
    return false;
  }

  /** The cut-out's own colour where a point of the solid projects to, its mean colour beside it. */
  colorAt(x: number, y: number, out: RgbOut): void {
    const { width, height, data } = this.#pixels;
    const camera = this.#camera;
    const px = Math.min(width - 1, Math.max(0, (x * camera.unitPx + camera.centreXPx) | 0));
    const py = Math.min(height - 1, Math.max(0, (camera.horizonPx + (camera.height - y) * camera.unitPx) | 0));
    const o = (py * width + px) * 4;
    if ((data[o + 3] as number) > 100) {
      out[0] = LINEAR_OF_BYTE[data[o] as number] as number;
      out[1] = LINEAR_OF_BYTE[data[o + 1] as number] as number;
      out[2] = LINEAR_OF_BYTE[data[o + 2] as number] as number;
    } else {
      out[0] = this.#facts.meanColor[0];
      out[1] = this.#facts.meanColor[1];
      out[2] = this.#facts.meanColor[2];
    }
  }

  /** Glass stops as large a share of the rays as it is opaque. */
  #letsThrough(row: number, { ox, oz, dx, dy }: Ray): boolean {
    const alpha = this.#facts.rowAlpha[row] as number;
    return alpha < CLEAR && hash2(Math.floor((ox + dx) * 4099), Math.floor((oz + dy) * 4099)) > alpha;
  }

  /** Between the legs of a chair there is nothing. */
  #covered(x: number, row: number): boolean {
    const { width, data } = this.#pixels;
    const px = Math.min(width - 1, Math.max(0, (x * this.#camera.unitPx + this.#camera.centreXPx) | 0));
    return (data[((this.#facts.top + row) * width + px) * 4 + 3] as number) > 100;
  }

  /** How much of the light reaches the ground beside the base: a dark line and a soft rim that sampling alone misses. */
  contact(x: number, z: number): number {
    return this.#footprint.contact(x, z);
  }
}
