import type { Vec3 } from "../math/vector.ts";
import type { Hit, Ray } from "./ray.ts";
import { type Bounds, NEAR, type Shape } from "./shape.ts";

/** Where two stretches of a profile meet at less than this (cosine), the edge stays sharp. */
const SMOOTH = 0.72;

/** A piece of the outline between two distances along the axis: a truncated cone, or a ring where they are equal. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly radius: number;
  /** Growth of the radius along the axis; of a ring, unused. */
  readonly slope: number;
  readonly ring: boolean;
  readonly inner: number;
  readonly outer: number;
  /** Outward normal (away from the axis, along it) of the stretch, and at its two ends. */
  readonly face: readonly [number, number];
  readonly first: readonly [number, number];
  readonly last: readonly [number, number];
}

/**
 * What a lathe turns: a profile of points (distance from the axis, height along it) turned about an axis. It starts and ends
 * on the axis or closes on itself, and runs from the foot up on the outside.
 */
export class Lathe implements Shape {
  readonly origin: Vec3;
  readonly axis: Vec3;
  readonly material: number;
  readonly bounds: Bounds;
  readonly #stretches: readonly Stretch[];
  readonly #low: number;
  readonly #high: number;
  readonly #widest: number;

  constructor(form: {
    origin: Vec3;
    axis?: Vec3;
    /** World units for one unit of the profile. */
    size?: number;
    profile: readonly (readonly [number, number])[];
    material: number;
  }) {
    const { origin, axis = [0, 1, 0], size = 1, profile, material } = form;
    this.origin = origin;
    this.axis = axis;
    this.material = material;
    const points = profile.map(([r, y]) => [r * size, y * size] as const);
    this.#stretches = stretchesOf(points);
    this.#low = Math.min(...points.map(([, y]) => y));
    this.#high = Math.max(...points.map(([, y]) => y));
    this.#widest = Math.max(...points.map(([r]) => r));
    const least: number[] = [];
    const most: number[] = [];
    for (let c = 0; c < 3; c++) {
      const along = axis[c] as number;
      const side = this.#widest * Math.sqrt(Math.max(0, 1 - along * along));
      const [a, b] = [along * this.#low, along * this.#high];
      least.push((origin[c] as number) + Math.min(a, b) - side);
      most.push((origin[c] as number) + Math.max(a, b) + side);
    }
    this.bounds = [...least, ...most] as unknown as Bounds;
  }

  intersect(ray: Ray, hit: Hit): boolean {
    const [ax, ay, az] = this.axis;
    const px = ray.ox - this.origin[0];
    const py = ray.oy - this.origin[1];
    const pz = ray.oz - this.origin[2];
    const { dx, dy, dz } = ray;
    const da = dx * ax + dy * ay + dz * az;
    const pa = px * ax + py * ay + pz * az;
    const dd = 1 - da * da;
    const pd = px * dx + py * dy + pz * dz - pa * da;
    const pp = px * px + py * py + pz * pz - pa * pa;
    // The cylinder around it.
    const reach = pd * pd - dd * (pp - this.#widest * this.#widest);
    if (reach < 0) return false;
    let best = hit.t;
    let found: Stretch | null = null;
    for (const stretch of this.#stretches) {
      if (stretch.ring) {
        if (da * stretch.face[1] >= 0) continue;
        const t = (stretch.from - pa) / da;
        if (t <= NEAR || t >= best) continue;
        const r2 = pp + 2 * t * pd + t * t * dd;
        if (r2 >= stretch.inner * stretch.inner && r2 <= stretch.outer * stretch.outer) {
          best = t;
          found = stretch;
        }
        continue;
      }
      const k = stretch.slope;
      const r0 = stretch.radius + k * (pa - stretch.from);
      const a = dd - k * k * da * da;
      const b = pd - k * da * r0;
      const c = pp - r0 * r0;
      const discriminant = b * b - a * c;
      if (discriminant < 0) continue;
      const root = Math.sqrt(discriminant);
      const flat = Math.abs(a) < 1e-9;
      for (let i = 0; i < (flat ? 1 : 2); i++) {
        const t = flat ? -c / (2 * b) : (-b + (i ? root : -root)) / a;
        if (!(t > NEAR && t < best)) continue;
        const y = pa + t * da;
        if (y < Math.min(stretch.from, stretch.to) || y > Math.max(stretch.from, stretch.to)) continue;
        const r = stretch.radius + k * (y - stretch.from);
        if (r < 0) continue;
        // Only from outside: away from the axis by the share that the ray goes outwards.
        const outwards = r > 1e-9 ? (pd + t * dd) / r : 0;
        if (outwards * stretch.face[0] + da * stretch.face[1] >= 0) continue;
        best = t;
        found = stretch;
      }
    }
    if (!found) return false;
    const y = pa + best * da;
    const span = found.to - found.from;
    const r = Math.sqrt(Math.max(1e-12, pp + 2 * best * pd + best * best * dd));
    const at = found.ring
      ? (r - found.radius) / ((found.radius === found.inner ? found.outer : found.inner) - found.radius || 1)
      : (y - found.from) / (span || 1);
    const out = found.first[0] + (found.last[0] - found.first[0]) * at;
    const up = found.first[1] + (found.last[1] - found.first[1]) * at;
    const unit = 1 / Math.sqrt(out * out + up * up + 1e-12);
    const ox = (px + best * dx - y * ax) / r;
    const oy = (py + best * dy - y * ay) / r;
    const oz = (pz + best * dz - y * az) / r;
    hit.t = best;
    hit.material = this.material;
    hit.nx = (ox * out + ax * up) * unit;
    hit.ny = (oy * out + ay * up) * unit;
    hit.nz = (oz * out + az * up) * unit;
    return true;
  }
}

function stretchesOf(points: readonly (readonly [number, number])[]): Stretch[] {
  const pieces = points.slice(1).map(([r, y], i) => {
    const [r0, y0] = points[i] as readonly [number, number];
    const length = Math.hypot(r - r0, y - y0) || 1;
    return { r0, y0, r, y, face: [(y - y0) / length, (r0 - r) / length] as [number, number] };
  });
  const first = points[0] as readonly [number, number];
  const last = points.at(-1) as readonly [number, number];
  const closed = first[0] > 0 && first[0] === last[0] && first[1] === last[1];
  const beside = (i: number, step: number) =>
    pieces[closed ? (i + step + pieces.length) % pieces.length : i + step]?.face;
  return pieces.map(({ r0, y0, r, y, face }, i) => {
    const ring = Math.abs(y - y0) < 1e-7;
    return {
      from: y0,
      to: y,
      radius: r0,
      slope: ring ? 0 : (r - r0) / (y - y0),
      ring,
      inner: Math.min(r, r0),
      outer: Math.max(r, r0),
      face,
      first: joined(face, beside(i, -1), r0 === 0),
      last: joined(face, beside(i, 1), r === 0),
    };
  });
}

/** The normal where a stretch meets its neighbour; on the axis it points along it. */
function joined(
  face: readonly [number, number],
  other: readonly [number, number] | undefined,
  onAxis: boolean,
): readonly [number, number] {
  if (onAxis) return Math.abs(face[1]) > 0.5 ? [0, Math.sign(face[1])] : face;
  if (!other || face[0] * other[0] + face[1] * other[1] < SMOOTH) return face;
  const sum = [face[0] + other[0], face[1] + other[1]] as const;
  const unit = 1 / Math.hypot(sum[0], sum[1]);
  return [sum[0] * unit, sum[1] * unit];
}
