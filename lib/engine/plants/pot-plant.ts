import { mixed, type Vec3 } from "../math/vector.ts";
import { litColor, type Plot, spotAt } from "./plot.ts";
import { drawStroke } from "./stroke.ts";

export interface PotPlant {
  readonly x: number;
  readonly z: number;
  /** Where the leaves begin, above the ground. */
  readonly foot: number;
  /** Length of a leaf in world units. */
  readonly leaf: number;
  readonly count: number;
  /** From upright (0) to hanging (2). */
  readonly spread: number;
  readonly colors: readonly [Vec3, Vec3];
  /** Share of a leaf's length that its half width is. */
  readonly breadth: number;
}

/** Arching leaves from one foot: a pot plant, or dried grass in a vase. */
export function growPotPlant(plot: Plot, plant: PotPlant): void {
  const { random, picture } = plot;
  const spot = spotAt(plot, plant.x, plant.z);
  const footY = spot.py - plant.foot * spot.unitPx;
  for (let k = 0; k < plant.count; k++) {
    const turn = (random() * 2 - 1) * plant.spread;
    const length = plant.leaf * spot.unitPx * (0.6 + 0.5 * random());
    const x1 = spot.px + Math.sin(turn * 0.45) * length * 0.6;
    const y1 = footY - Math.cos(turn * 0.45) * length * 0.62;
    const x2 = spot.px + Math.sin(turn) * length;
    const y2 = footY - Math.cos(turn * 1.15) * length * 0.82;
    const color = litColor(plot, mixed(plant.colors[0], plant.colors[1], random()), 0.35 + 0.65 * random(), 1);
    const half = Math.max(0.5, length * plant.breadth);
    // Two bands make a leaf: widening to the middle, narrowing to the tip.
    const mx = (spot.px + 2 * x1 + x2) / 4;
    const my = (footY + 2 * y1 + y2) / 4;
    const depth = Math.hypot(plant.x, plant.z) * (1 + 0.04 * (random() - 0.5));
    drawStroke(picture, {
      x0: spot.px,
      y0: footY,
      x1: (spot.px + x1) / 2,
      y1: (footY + y1) / 2,
      x2: mx,
      y2: my,
      from: half * 0.12,
      to: half,
      root: mixed(color, [0, 0, 0], 0.5),
      tip: color,
      depth,
      segments: 5,
    });
    drawStroke(picture, {
      x0: mx,
      y0: my,
      x1: (x1 + x2) / 2,
      y1: (y1 + y2) / 2,
      x2,
      y2,
      from: half,
      to: 0.15,
      root: color,
      tip: mixed(color, [1, 1, 0.7], 0.12),
      depth,
      segments: 6,
    });
  }
}

const STRAW: readonly [Vec3, Vec3] = [
  [0.5, 0.38, 0.22],
  [0.78, 0.66, 0.46],
];

/** Dried grass in the mouth of a vase at height `foot`. */
export function growDryGrass(plot: Plot, place: Pick<PotPlant, "x" | "z" | "foot">): void {
  growPotPlant(plot, { ...place, leaf: 0.95, count: 26, spread: 0.75, colors: STRAW, breadth: 0.012 });
}
