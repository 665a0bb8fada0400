import { mixed, scaled, type Vec3 } from "../math/vector.ts";
import type { NearSketch } from "./near-sketch.ts";

const RED: Vec3 = [0.7, 0.02, 0.018];
const GOLD: Vec3 = [0.85, 0.52, 0.14];
const WHITE: Vec3 = [1, 0.96, 0.9];

/** Cords each way in the body of a knot, and from one to the next, in reference pixels. */
const CORDS = 4;
const APART = 25;

/** Places from the side that a knot hangs at, the nearest to the product that leaves it room. */
const KNOT_AT = [272, 190, 92] as const;
const KNOT_HALF = 88;

/** A Chinese knot on its cord: a woven lozenge with loops, a bead and a tassel. */
export function hangKnot(sketch: NearSketch): void {
  const { random } = sketch;
  const y = 176;
  const reach = (CORDS * APART) / 2;
  const x = KNOT_AT.find((away) => sketch.holds(away - KNOT_HALF, 0, away + KNOT_HALF, y + 270));
  if (x === undefined) return;
  // The body's own axes run at 45 degrees.
  const at = (u: number, v: number) => [x + (u - v) * Math.SQRT1_2, y + (u + v) * Math.SQRT1_2] as const;
  const cord = (points: readonly (readonly [number, number])[], width: number, color: Vec3 = RED) => {
    sketch.line(points, width + 3, scaled(color, 0.35));
    sketch.line(points, width, color);
    sketch.line(points, width * 0.3, mixed(color, GOLD, 0.55));
  };
  const offset = (i: number) => (i - (CORDS - 1) / 2) * APART;
  const loop = (along: number, from: number, upright: boolean) => {
    const points = Array.from({ length: 13 }, (_, k) => {
      const angle = (Math.PI * k) / 12 - Math.PI / 2;
      const out = along * (reach - 4 + 0.62 * APART * Math.cos(angle));
      const side = from + APART / 2 + (APART / 2) * Math.sin(angle);
      return upright ? at(side, out) : at(out, side);
    });
    cord(points, 9);
  };
  cord(
    [
      [x, -20],
      [x, y - reach * Math.SQRT2 - 6],
    ],
    7,
  );
  for (let i = 0; i < CORDS - 1; i++)
    for (const along of [-1, 1]) for (const upright of [false, true]) loop(along, offset(i), upright);
  for (let j = 0; j < CORDS; j++) cord([at(offset(j), -reach), at(offset(j), reach)], 11);
  for (let i = 0; i < CORDS; i++) {
    for (let j = 0; j < CORDS; j++) {
      if ((i + j) % 2) continue;
      cord([at(offset(j) - APART * 0.62, offset(i)), at(offset(j) + APART * 0.62, offset(i))], 11);
    }
  }
  const low = y + reach * Math.SQRT2;
  cord(
    [
      [x, low],
      [x, low + 46],
    ],
    7,
  );
  cord(
    [
      [x - 1, low + 26],
      [x + 1, low + 26],
    ],
    24,
    GOLD,
  );
  for (let k = 0; k < 34; k++) {
    const away = random() - 0.5;
    sketch.line(
      [
        [x + away * 14, low + 44],
        [x + away * 34, low + 110],
        [x + away * 42, low + 168 + 16 * random()],
      ],
      2.4,
      scaled(RED, 0.5 + 0.7 * random()),
    );
  }
  cord(
    [
      [x - 6, low + 48],
      [x + 6, low + 48],
    ],
    11,
    GOLD,
  );
}

const RIBBON_STEPS = 110;

/** A satin ribbon that twists on its way from the corner into the picture. */
export function hangRibbon(sketch: NearSketch, color: Vec3): void {
  const { random } = sketch;
  for (const [fromX, fromY, toX, toY, broad] of [
    [-60, 60, 430, 150, 25],
    [40, -60, 150, 420, 19],
  ] as const) {
    const phase = 1 + 2 * random();
    const turns = 2.2 + 0.8 * random();
    const edge = (t: number) => {
      const wave = 44 * Math.sin(2 * Math.PI * t * 1.25 + phase);
      const long = Math.hypot(toX - fromX, toY - fromY);
      const nx = -(toY - fromY) / long;
      const ny = (toX - fromX) / long;
      const half = broad * Math.cos(Math.PI * turns * t + phase);
      const x = fromX + (toX - fromX) * t + nx * wave;
      const y = fromY + (toY - fromY) * t + ny * wave;
      return { x, y, nx: nx * half + 5 * ny, ny: ny * half + 5 * nx, face: half / broad };
    };
    for (let k = 0; k < RIBBON_STEPS; k++) {
      const a = edge(k / RIBBON_STEPS);
      const b = edge((k + 1) / RIBBON_STEPS);
      // The front shines where it turns to the light, the back lies in its own shade.
      const shine = Math.max(0, a.face) ** 6 * 0.45;
      const shade = a.face > 0 ? 0.55 + 0.45 * a.face : 0.42 + 0.2 * Math.abs(a.face);
      sketch.patch(
        [
          [a.x - a.nx, a.y - a.ny],
          [b.x - b.nx, b.y - b.ny],
          [b.x + b.nx, b.y + b.ny],
          [a.x + a.nx, a.y + a.ny],
        ],
        mixed(scaled(color, shade), WHITE, shine),
      );
    }
  }
}
