import type { Vec3 } from "../math/vector.ts";
import { mixed, scaled } from "../math/vector.ts";
import { lightOn, litColor, type Plot, spotAt } from "./plot.ts";
import { drawStroke } from "./stroke.ts";

/** The solid under the leaves: a rounded bush, or a clipped hedge. World units; `y` is the ground. */
export interface Bush {
  readonly x: number;
  readonly z: number;
  readonly halfX: number;
  readonly height: number;
  readonly halfZ: number;
  readonly clipped: boolean;
}

export interface Foliage {
  /** Leaves for a square unit of what the camera sees. */
  readonly density: number;
  /** Length of a leaf in world units. */
  readonly leaf: number;
  readonly colors: readonly [Vec3, Vec3];
  /** Blossoms for a square unit; 0 for none. */
  readonly blossoms: number;
  readonly blossomRadius: number;
  readonly petals: readonly Vec3[];
}

interface Leafing {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** 0 low inside to 1 at the top: how much sky it sees. */
  readonly open: number;
}

const PETALS = 7;

/** Leaves, and blossoms among them, all over what the camera sees of a bush. */
export function growBush(plot: Plot, bush: Bush, foliage: Foliage): void {
  const { random } = plot;
  const area = 2 * bush.halfX * bush.height;
  const ground = plot.groundAt(bush.x, bush.z);
  for (let k = Math.round(area * foliage.density); k > 0; k--) leaf(plot, placeOn(bush, ground, random), foliage);
  for (let k = Math.round(area * foliage.blossoms); k > 0; k--) blossom(plot, placeOn(bush, ground, random), foliage);
}

function placeOn({ x, z, halfX, height, halfZ, clipped }: Bush, ground: number, random: () => number): Leafing {
  if (clipped) {
    const onTop = random() < 0.28;
    const up = onTop ? 1 : random();
    return {
      x: x + (random() * 2 - 1) * halfX,
      y: ground + up * height,
      z: z + (onTop ? (random() * 2 - 1) * halfZ : -halfZ),
      open: up,
    };
  }
  const up = 1.9 * random() - 0.9;
  const round = Math.sqrt(1 - up * up);
  const turn = (random() - 0.5) * 1.1 * Math.PI;
  const out = 0.94 + 0.14 * random();
  return {
    x: x + Math.sin(turn) * round * halfX * out,
    y: ground + height * (0.5 + 0.5 * up * out),
    z: z - Math.cos(turn) * round * halfZ * out,
    open: 0.5 + 0.5 * up,
  };
}

function leaf(plot: Plot, { x, y, z, open }: Leafing, { leaf: length, colors }: Foliage): void {
  const { random, scene } = plot;
  const spot = { ...spotAt(plot, x, z), y };
  const py = scene.camera.horizonPx + (scene.camera.height - y) * spot.unitPx;
  const px = spot.px;
  const light = lightOn(plot, spot, 0.02);
  const reach = length * spot.unitPx * (0.6 + 0.7 * random());
  const angle = -Math.PI / 2 + (random() - 0.5) * 4;
  const dx = Math.cos(angle) * reach;
  const dy = Math.sin(angle) * reach;
  const color = litColor(plot, mixed(colors[0], colors[1], random()), light * (0.5 + 0.6 * random()), 0.4 + 0.6 * open);
  const half = Math.max(0.5, reach * 0.27);
  const depth = Math.hypot(x, scene.camera.height - y, z);
  const stroke = (from: number, to: number, wide: number, end: number, root: Vec3, tip: Vec3) =>
    drawStroke(plot.picture, {
      x0: px + dx * from,
      y0: py + dy * from,
      x1: px + (dx * (from + to)) / 2,
      y1: py + (dy * (from + to)) / 2,
      x2: px + dx * to,
      y2: py + dy * to,
      from: wide,
      to: end,
      root,
      tip,
      depth,
      segments: 2,
    });
  stroke(0, 0.5, half * 0.3, half, scaled(color, 0.55), color);
  stroke(0.5, 1, half, 0.2, color, scaled(color, 1.15));
}

/** A filled blossom: an outer ring of petals, a darker inner one. */
function blossom(plot: Plot, { x, y, z, open }: Leafing, { blossomRadius, petals }: Foliage): void {
  const { random, scene } = plot;
  const spot = { ...spotAt(plot, x, z), y };
  const py = scene.camera.horizonPx + (scene.camera.height - y) * spot.unitPx;
  const light = lightOn(plot, spot, 0.03);
  const radius = blossomRadius * spot.unitPx * (0.75 + 0.5 * random());
  const petal = petals[Math.floor(random() * petals.length)] ?? [1, 1, 1];
  const color = litColor(plot, petal, light, 0.7 + 0.4 * open);
  const turn = random() * 6;
  const squash = 0.72 + 0.25 * random();
  const depth = Math.hypot(x, scene.camera.height - y, z) * 0.995;
  for (const [size, shade] of [
    [1, 1],
    [0.62, 0.8],
    [0.3, 0.62],
  ] as const) {
    for (let i = 0; i < PETALS; i++) {
      const angle = turn + size * 2 + (i / PETALS) * 2 * Math.PI;
      const dx = Math.cos(angle) * radius * size;
      const dy = Math.sin(angle) * radius * size * squash;
      // Petals above catch the light, those below lie in the blossom's own shade.
      const own = shade * (0.86 - 0.16 * Math.sin(angle));
      drawStroke(plot.picture, {
        x0: spot.px,
        y0: py,
        x1: spot.px + dx / 2,
        y1: py + dy / 2,
        x2: spot.px + dx,
        y2: py + dy,
        from: radius * size * 0.2,
        to: radius * size * 0.42,
        root: scaled(color, own * 0.7),
        tip: scaled(color, own),
        depth,
        segments: 2,
      });
    }
  }
}
