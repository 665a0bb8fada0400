import type { SubjectFacts } from "./analyse-subject.ts";
import type { Camera } from "./camera.ts";

/** Half depth of a thing with a straight base, as a share of its half width. */
const DEPTH = 0.55;
/** Rows of more coverage than this are solid: only their outline is soft. */
export const CLEAR = 0.85;
/** Half width of an assumed base as a share of the subject's. */
const WHOLE_BASE = 0.35;
/** Ground farther than this from every foot is untouched. */
const REACH = 0.4;

/** A foot on the ground in world units: an ellipse, or a rectangle with soft corners. */
interface Pad {
  readonly x: number;
  readonly z: number;
  readonly halfX: number;
  readonly halfZ: number;
  readonly round: boolean;
}

/** What of the subject touches the ground, and what shadow lies right beside it. */
export class Footprint {
  readonly centreX: number;
  readonly centreZ: number;
  readonly halfWidth: number;
  readonly halfDepth: number;
  readonly round: boolean;
  /** Rows above the lowest one over which a curved base narrows in the picture. */
  readonly risePx: number;
  readonly #pads: readonly Pad[];
  /** Share of the light that the base keeps out: below 1 for glass. */
  readonly #opacity: number;

  constructor(facts: SubjectFacts, camera: Camera) {
    const lift = facts.ground - facts.bottom;
    const pads =
      facts.feet.length > 0 ? facts.feet.map((foot) => padOf(foot, camera, lift)) : [wholeBox(facts, camera)];
    this.#opacity = baseOpacity(facts.rowAlpha);
    this.#pads = facts.hanging ? [] : pads;
    const left = Math.min(...pads.map(({ x, halfX }) => x - halfX));
    const right = Math.max(...pads.map(({ x, halfX }) => x + halfX));
    const front = Math.min(...pads.map(({ z, halfZ }) => z - halfZ));
    const back = Math.max(...pads.map(({ z, halfZ }) => z + halfZ));
    this.centreX = (left + right) / 2;
    this.halfWidth = Math.max(0.02, (right - left) / 2);
    this.round = pads.length === 1 && (pads[0]?.round ?? false);
    // Feet in one row do not make a thing as thin as they are.
    this.halfDepth = Math.max((back - front) / 2, pads.length > 1 ? this.halfWidth * DEPTH : 0.01);
    this.centreZ = front + this.halfDepth;
    this.risePx = this.round ? (facts.feet[0]?.rise ?? 0) : 0;
  }

  /** Share of light, 0.1 to 1. */
  contact(x: number, z: number): number {
    let nearest = REACH;
    for (const pad of this.#pads) nearest = Math.min(nearest, outside(pad, x, z));
    if (nearest >= REACH) return 1;
    return 1 - this.#opacity * (0.6 * Math.exp((-nearest * nearest) / 0.0005) + 0.28 * Math.exp(-nearest / 0.055));
  }
}

/** Lowest share of the rows that lies on the ground. */
const BASE = 0.06;

/** Mean coverage of the lowest rows; 1 where only an outline is soft. */
function baseOpacity(rowAlpha: Float32Array): number {
  const rows = rowAlpha.subarray(Math.floor(rowAlpha.length * (1 - BASE)));
  const mean = rows.reduce((sum, alpha) => sum + alpha, 0) / Math.max(1, rows.length);
  return mean > CLEAR ? 1 : mean;
}

function padOf(
  { left, right, bottom, halfWidth, rise }: SubjectFacts["feet"][number],
  { unitPx, centreXPx, focalPx, horizonPx, height }: Camera,
  lift: number,
): Pad {
  const depthOf = (row: number) => (focalPx * height) / Math.max(row + lift - horizonPx, unitPx * 0.05);
  const z = depthOf(bottom);
  // Things farther back are larger than they look.
  const scale = z / (focalPx / unitPx);
  const halfX = (halfWidth / unitPx) * scale;
  const halfZ = rise > 0 ? Math.min(halfX * 1.2, Math.max(halfX * 0.3, depthOf(bottom - rise) - z)) : halfX * DEPTH;
  return { x: (((left + right) / 2 - centreXPx) / unitPx) * scale, z: z + halfZ, halfX, halfZ, round: rise > 0 };
}

/** For outlines without any flat stretch: the middle of the lower end. */
function wholeBox({ left, right }: SubjectFacts, { unitPx, centreXPx, distance }: Camera): Pad {
  const halfX = ((right - left) / 2 / unitPx) * WHOLE_BASE;
  return {
    x: ((left + right) / 2 - centreXPx) / unitPx,
    z: distance + halfX * DEPTH,
    halfX,
    halfZ: halfX * DEPTH,
    round: true,
  };
}

/** Distance from a pad, 0 on it. */
function outside({ x, z, halfX, halfZ, round }: Pad, px: number, pz: number): number {
  const dx = Math.abs(px - x);
  const dz = Math.abs(pz - z);
  if (dx > halfX + REACH || dz > halfZ + REACH) return REACH;
  if (round) {
    const ex = dx / (halfX * 0.98);
    const ez = dz / (halfZ * 0.98);
    const k = Math.sqrt(ex * ex + ez * ez);
    return k <= 1 ? 0 : (1 - 1 / k) * Math.sqrt(dx * dx + dz * dz);
  }
  const boxX = Math.max(0, dx - halfX * 0.94);
  const boxZ = Math.max(0, dz - halfZ * 0.94);
  return Math.sqrt(boxX * boxX + boxZ * boxZ);
}
