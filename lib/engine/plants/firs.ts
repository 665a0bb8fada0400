import { mixed, scaled, type Vec3 } from "../math/vector.ts";
import { litColor, type Plot, spotAt } from "./plot.ts";
import { drawStroke } from "./stroke.ts";

export interface Firs {
  readonly count: number;
  /** World units: least and most. */
  readonly height: readonly [number, number];
  readonly near: number;
  readonly far: number;
  readonly color: Vec3;
  /** Share of the branches that snow lies on. */
  readonly snow: number;
  /** Haze that far trees fade into, and how much of it there is at `far`. */
  readonly haze: Vec3;
  readonly hazeShare: number;
  /** Keeps the middle free: least distance from the picture's middle, as a share of half its width. */
  readonly clearing: number;
}

const SNOW: Vec3 = [0.86, 0.9, 0.97];
const TRUNK: Vec3 = [0.07, 0.05, 0.04];
/** Which side of a tree the light falls on, in its colours. */
const SHADED = 0.55;

/** A stand of firs, the far ones first. */
export function growFirs(plot: Plot, firs: Firs): void {
  const { scene, random } = plot;
  const { camera } = scene;
  const halfView = (camera.widthPx / 2 / camera.focalPx) * 1.1;
  for (let k = 0; k < firs.count; k++) {
    const z = firs.far + (firs.near - firs.far) * ((k + 0.5 * random()) / firs.count);
    // Nearer trees stand farther out: a clearing that opens towards the camera.
    const free = firs.clearing * (k / firs.count);
    const side = random() < 0.5 ? -1 : 1;
    const x = side * (free + (1 - free) * random()) * halfView * z;
    const height = firs.height[0] + (firs.height[1] - firs.height[0]) * random();
    growFir(plot, firs, x, z, height, firs.hazeShare * ((z - firs.near) / (firs.far - firs.near)));
  }
}

function growFir(plot: Plot, firs: Firs, x: number, z: number, height: number, haze: number): void {
  const { scene, random, picture } = plot;
  const spot = spotAt(plot, x, z);
  const tall = height * spot.unitPx;
  const depth = Math.hypot(x, z);
  const sun = scene.key.direction[0];
  const inHaze = (color: Vec3) => mixed(color, firs.haze, haze);
  const stroke = (x0: number, y0: number, x2: number, y2: number, sag: number, from: number, to: number) => ({
    x0,
    y0,
    x1: (x0 + x2) / 2,
    y1: (y0 + y2) / 2 - sag,
    x2,
    y2,
    from,
    to,
    depth,
    segments: 3,
  });
  const trunk = inHaze(litColor(plot, TRUNK, 0.5, 1));
  drawStroke(picture, {
    ...stroke(spot.px, spot.py, spot.px, spot.py - tall, 0, Math.max(0.5, tall * 0.016), 0.3),
    root: trunk,
    tip: trunk,
  });
  const tiers = Math.round(Math.min(58, Math.max(10, tall * 0.13)));
  const fineness = Math.sqrt(30 / Math.max(30, tiers));
  for (let tier = 0; tier < tiers; tier++) {
    const t = (tier + 0.5) / tiers;
    const y = spot.py - tall * (0.06 + 0.93 * t);
    const reach = tall * 0.25 * (1 - t) ** 0.85 * (0.78 + 0.44 * random()) + tall * 0.012;
    const branches = Math.max(6, Math.round(18 * (1 - t) + 5));
    for (let i = 0; i < branches; i++) {
      const across = ((i + 0.5) / branches) * 2 - 1 + 0.16 * (random() - 0.5);
      const lit = SHADED + (1 - SHADED) * Math.min(1, Math.max(0, 0.5 + 0.6 * across * Math.sign(sun)));
      const drop = reach * (0.42 - 0.2 * t) * (0.7 + 0.6 * random());
      const color = litColor(plot, firs.color, lit * (0.5 + 0.6 * random()), 0.9);
      const thick = Math.max(0.5, tall * 0.0085 * fineness * (1.2 - 0.5 * t));
      const ex = spot.px + across * reach;
      const ey = y + drop * (0.45 + 0.75 * Math.abs(across));
      drawStroke(picture, {
        ...stroke(spot.px + across * reach * 0.08, y, ex, ey, drop * 0.3, thick, thick * 0.35),
        root: inHaze(scaled(color, 0.6)),
        tip: inHaze(color),
      });
      if (random() >= firs.snow) continue;
      const white = inHaze(litColor(plot, SNOW, lit, 0.82));
      drawStroke(picture, {
        ...stroke(
          spot.px + across * reach * 0.4,
          y + drop * 0.12 - thick * 0.9,
          ex * 0.97 + spot.px * 0.03,
          ey - thick * 0.9,
          drop * 0.26,
          thick * 0.85,
          thick * 0.5,
        ),
        root: white,
        tip: white,
      });
    }
  }
}
