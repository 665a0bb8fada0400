import type { Vec3 } from "../math/vector.ts";
import type { ShadedPicture } from "../tracer/shade-pass.ts";

/** A bent tapering band: a blade of grass, a needle, a twig. Pixels, half widths in pixels; colours are linear HDR. */
export interface Stroke {
  readonly x0: number;
  readonly y0: number;
  /** Control point of the quadratic curve. */
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly from: number;
  readonly to: number;
  readonly root: Vec3;
  readonly tip: Vec3;
  /** Distance from the camera, for what stands before it and for the lens. */
  readonly depth: number;
  readonly segments: number;
}

/** Things nearer than this share of a stroke's distance hide it; the ground it grows from does not. */
const NEARER = 0.97;
/** A pixel covered this much takes the stroke's distance. */
const OWNS = 0.5;

/** Draws one stroke over what lies behind it. */
export function drawStroke(picture: ShadedPicture, stroke: Stroke): void {
  const { segments } = stroke;
  let px = stroke.x0;
  let py = stroke.y0;
  for (let i = 1; i <= segments; i++) {
    const t = i / segments;
    const s = 1 - t;
    const x = s * s * stroke.x0 + 2 * s * t * stroke.x1 + t * t * stroke.x2;
    const y = s * s * stroke.y0 + 2 * s * t * stroke.y1 + t * t * stroke.y2;
    const before = (i - 1) / segments;
    band(
      picture,
      px,
      py,
      x,
      y,
      stroke.from + (stroke.to - stroke.from) * before,
      stroke.from + (stroke.to - stroke.from) * t,
      stroke,
      before,
      t,
    );
    px = x;
    py = y;
  }
}

function band(
  { color, depth }: ShadedPicture,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  halfA: number,
  halfB: number,
  stroke: Stroke,
  tA: number,
  tB: number,
): void {
  const { width, height, data } = color;
  const reach = Math.max(halfA, halfB) + 1;
  const left = Math.max(0, Math.floor(Math.min(ax, bx) - reach));
  const right = Math.min(width - 1, Math.ceil(Math.max(ax, bx) + reach));
  const top = Math.max(0, Math.floor(Math.min(ay, by) - reach));
  const bottom = Math.min(height - 1, Math.ceil(Math.max(ay, by) + reach));
  const dx = bx - ax;
  const dy = by - ay;
  const scale = 1 / (dx * dx + dy * dy + 1e-9);
  const nearest = stroke.depth * NEARER;
  const { root, tip } = stroke;
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const i = y * width + x;
      if ((depth[i] as number) < nearest) continue;
      const qx = x + 0.5 - ax;
      const qy = y + 0.5 - ay;
      const along = (qx * dx + qy * dy) * scale;
      // Ends are cut square: the next segment goes on from there, and overlapping would show.
      if (along < 0 || along > 1) continue;
      const off = Math.abs(qx * dy - qy * dx) * Math.sqrt(scale);
      const half = halfA + (halfB - halfA) * along;
      let cover = half + 0.5 - off;
      if (cover <= 0) continue;
      // A band thinner than a pixel covers a share of it.
      const most = half < 0.5 ? half * 2 : 1;
      if (cover > most) cover = most;
      const t = tA + (tB - tA) * along;
      const keep = 1 - cover;
      data[i * 3] = (data[i * 3] as number) * keep + (root[0] + (tip[0] - root[0]) * t) * cover;
      data[i * 3 + 1] = (data[i * 3 + 1] as number) * keep + (root[1] + (tip[1] - root[1]) * t) * cover;
      data[i * 3 + 2] = (data[i * 3 + 2] as number) * keep + (root[2] + (tip[2] - root[2]) * t) * cover;
      if (cover > OWNS) depth[i] = stroke.depth;
    }
  }
}
