import { mixed, scaled, type Vec3 } from "../math/vector.ts";
import { lightOn, litColor, type Plot, type Spot, spotAt, throughAir } from "./plot.ts";
import { drawStroke } from "./stroke.ts";

/** A coral that branches in the plane of the picture. */
export interface Coral {
  readonly x: number;
  readonly z: number;
  /** World units. */
  readonly height: number;
  readonly color: Vec3;
  /** Many thin branches in a flat fan, in place of a few thick ones. */
  readonly fan: boolean;
}

interface Form {
  readonly levels: number;
  /** Half width of the trunk as a share of the height, and of a branch as a share of what it grows from. */
  readonly trunk: number;
  readonly thinner: number;
  /** Length of a branch as a share of what it grows from. */
  readonly shorter: number;
  /** Radians between two branches of a fork, at most. */
  readonly fork: number;
}

const BUSH: Form = { levels: 5, trunk: 0.064, thinner: 0.78, shorter: 0.8, fork: 0.75 };
const FAN: Form = { levels: 8, trunk: 0.03, thinner: 0.75, shorter: 0.86, fork: 0.46 };
/** Lengths of a trunk's branches add up to this many trunks. */
const TRUNKS: Readonly<Record<"fan" | "bush", number>> = { fan: 4.6, bush: 3.2 };

interface Lit {
  readonly shade: Vec3;
  readonly color: Vec3;
  readonly light: Vec3;
  readonly depth: number;
  /** Pixels that the light side of a branch is aside, as a share of its half width. */
  readonly aside: number;
}

/** Draws a coral over what lies behind it: forks upon forks, pale at the tips. */
export function growCoral(plot: Plot, { x, z, height, color, fan }: Coral): void {
  const spot = spotAt(plot, x, z);
  const light = lightOn(plot, spot, height * 0.6);
  const inWater = (share: number, of: Vec3) => throughAir(plot, litColor(plot, of, light * share, share), spot);
  const lit: Lit = {
    shade: inWater(0.45, color),
    color: inWater(0.85, color),
    light: inWater(1.1, mixed(color, [1, 0.9, 0.85], 0.16)),
    depth: Math.hypot(x, z),
    aside: 0.38 * Math.sign(plot.scene.key.direction[0] || 1),
  };
  const form = fan ? FAN : BUSH;
  const tall = height * spot.unitPx;
  const length = tall / TRUNKS[fan ? "fan" : "bush"];
  const stems = fan ? 3 : 4;
  for (let i = 0; i < stems; i++) {
    const angle = ((i + 0.5) / stems - 0.5) * (fan ? 1.5 : 1.7) + 0.25 * (plot.random() - 0.5);
    branch(plot, form, lit, spot.px, spot.py + 0.05 * tall, angle, length, tall * form.trunk, form.levels);
  }
}

function branch(
  plot: Plot,
  form: Form,
  lit: Lit,
  x: number,
  y: number,
  angle: number,
  length: number,
  half: number,
  levels: number,
): void {
  const { random, picture } = plot;
  const reach = length * (0.8 + 0.4 * random());
  const alongX = Math.sin(angle);
  const alongY = -Math.cos(angle);
  const toX = x + alongX * reach;
  const toY = y + alongY * reach;
  const end = half * form.thinner;
  // Darkest at the foot, pale at the tips, without a seam from branch to branch.
  const toneAt = (level: number) =>
    mixed(mixed(lit.light, lit.color, Math.sqrt(level / form.levels)), lit.shade, (level / form.levels) ** 3);
  const root = toneAt(levels);
  const body = toneAt(levels - 1);
  const stroke = (aside: number, share: number, root: Vec3, tip: Vec3) =>
    drawStroke(picture, {
      // Ends are square: a branch begins within the one it grows from.
      x0: x + aside * half - 0.7 * half * alongX,
      y0: y - 0.7 * half * alongY,
      x1: (x + toX) / 2 + aside * half + 0.12 * reach * Math.cos(angle),
      y1: (y + toY) / 2 + 0.12 * reach * Math.sin(angle),
      x2: toX + aside * end,
      y2: toY,
      from: Math.max(0.45, half * share),
      to: Math.max(0.4, end * share),
      root,
      tip,
      depth: lit.depth,
      segments: 3,
    });
  stroke(0, 1, scaled(root, 0.5), scaled(body, 0.5));
  if (half > 0.8) stroke(lit.aside * 0.5, 0.72, scaled(root, 0.8), scaled(body, 0.85));
  if (half > 1.6) stroke(lit.aside, 0.4, root, mixed(body, lit.light, 0.4));
  if (levels <= 1) {
    tip(plot, lit, toX, toY, alongX * end, alongY * end, end, body);
    return;
  }
  const forks = random() < 0.25 ? 3 : 2;
  for (let i = 0; i < forks; i++) {
    const turn = (i / (forks - 1) - 0.5) * 2 * form.fork * (0.6 + 0.5 * random());
    branch(plot, form, lit, toX, toY, angle * 0.9 + turn, length * form.shorter, end, levels - 1);
  }
}

/** Rounds the end of a branch off. */
function tip(plot: Plot, lit: Lit, x: number, y: number, dx: number, dy: number, half: number, color: Vec3): void {
  if (half < 1) return;
  const stroke = (from: number, to: number, wide: number, narrow: number) =>
    drawStroke(plot.picture, {
      x0: x + from * dx,
      y0: y + from * dy,
      x1: x + ((from + to) / 2) * dx,
      y1: y + ((from + to) / 2) * dy,
      x2: x + to * dx,
      y2: y + to * dy,
      from: wide * half,
      to: narrow * half,
      root: color,
      tip: lit.light,
      depth: lit.depth,
      segments: 1,
    });
  stroke(-0.3, 0.45, 1, 0.9);
  stroke(0.45, 0.85, 0.9, 0.5);
}

/** A far fish as a silhouette: where it is, its length in world units, and which way it swims. */
export function drawFish(plot: Plot, at: Spot, length: number, heading: -1 | 1, color: Vec3): void {
  const { camera } = plot.scene;
  const y = camera.horizonPx + (camera.height - at.y) * at.unitPx;
  const half = (length / 2) * at.unitPx;
  const seen = throughAir(plot, color, at);
  const look = { root: seen, tip: scaled(seen, 0.9), depth: Math.hypot(at.x, at.z), segments: 4 };
  const band = (x0: number, x2: number, from: number, to: number) =>
    drawStroke(plot.picture, {
      ...look,
      x0: at.px + heading * x0,
      y0: y,
      x1: at.px + (heading * (x0 + x2)) / 2,
      y1: y - 0.04 * half,
      x2: at.px + heading * x2,
      y2: y,
      from,
      to,
    });
  band(0, half, half * 0.36, half * 0.06);
  band(0, -half * 0.75, half * 0.36, half * 0.07);
  band(-half * 0.7, -half * 1.1, half * 0.06, half * 0.34);
}
