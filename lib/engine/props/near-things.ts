import { scaled, type Vec3 } from "../math/vector.ts";
import { hangKnot, hangRibbon } from "./hung-things.ts";
import { type NearSketch, shadeOf } from "./near-sketch.ts";

/** What is drawn in a corner, its colours in shade and in light, and those of its blossoms or snow. */
export interface NearColors {
  readonly leaf: readonly [Vec3, Vec3];
  readonly bloom: readonly Vec3[];
}

export type NearName =
  | "bough"
  | "palm"
  | "fern"
  | "grass"
  | "fir"
  | "blossoms"
  | "falling"
  | "balls"
  | "stones"
  | "knot"
  | "ribbon";

const BARK: Vec3 = [0.06, 0.04, 0.028];
const HEART: Vec3 = [0.85, 0.55, 0.1];

type Draw = (sketch: NearSketch, colors: NearColors) => void;

const picked = (colors: readonly Vec3[], random: () => number): Vec3 =>
  colors[Math.floor(random() * colors.length)] ?? [0.8, 0.8, 0.8];

/** Stems that reach into the picture from the corner: where from, which way, how long. */
const STEMS = [
  { x: -40, y: 10, angle: 0.32, length: 420, leaves: 11 },
  { x: -40, y: 90, angle: 0.95, length: 320, leaves: 9 },
  { x: 110, y: -40, angle: 0.42, length: 300, leaves: 8 },
] as const;

/** Leafy stems, here and there a flower; or `bare` ones in blossom. */
function bough(sketch: NearSketch, { leaf, bloom }: NearColors, bare = false): void {
  const { random } = sketch;
  for (const { x, y, angle, length, leaves } of STEMS) {
    const turn = angle + 0.3 * (random() - 0.5);
    const cos = Math.cos(turn);
    const sin = Math.sin(turn);
    const sag = 0.16 * length;
    const at = (t: number) => [x + cos * length * t, y + sin * length * t - sag * t * (1 - t)] as const;
    for (let i = 0; i < 12; i++) {
      const [ax, ay] = at(i / 12);
      const [bx, by] = at((i + 1) / 12);
      sketch.blade(ax, ay, Math.atan2(by - ay, bx - ax), Math.hypot(bx - ax, by - ay) * 1.2, 11 - 0.7 * i, 0, BARK);
    }
    for (let i = 1; i <= leaves; i++) {
      const [lx, ly] = at(i / leaves);
      const away = i === leaves ? 0 : (i % 2 ? 0.85 : -0.85) + 0.4 * (random() - 0.5);
      const size = (112 - 34 * (i / leaves)) * (0.8 + 0.4 * random());
      if (!bare) sketch.leaf(lx, ly, turn + away, size, size * 0.3, shadeOf(leaf, random));
      if (bloom.length === 0 || (bare ? random() < 0.3 : i % 4 !== 2)) continue;
      const off = bare ? 34 : 16;
      sketch.blossom(
        lx + off * (random() - 0.5),
        ly + off * (random() - 0.5),
        bare ? 17 + 13 * random() : 38 + 16 * random(),
        scaled(picked(bloom, random), 0.7 + 0.3 * random()),
        HEART,
      );
    }
  }
}

const LEAFLETS = 30;

/** Feathered leaves from the corner, `leaflet` long and `broad` wide. */
function fronds(
  sketch: NearSketch,
  { leaf }: NearColors,
  angles: readonly number[],
  length: number,
  leaflet: number,
  broad: number,
): void {
  const { random } = sketch;
  for (const angle of angles) {
    const turn = angle + 0.16 * (random() - 0.5);
    const long = length * (0.85 + 0.3 * random());
    const droop = long * 0.24 * (turn < 0.8 ? 1 : -0.6);
    const tone = shadeOf(leaf, random);
    for (let i = 2; i < LEAFLETS; i++) {
      const t = i / LEAFLETS;
      const x = -50 + Math.cos(turn) * long * t - Math.sin(turn) * droop * t * t;
      const y = -50 + Math.sin(turn) * long * t + Math.cos(turn) * droop * t * t;
      const size = leaflet * Math.sin(Math.PI * (0.16 + 0.8 * t)) * (0.85 + 0.3 * random());
      const along = turn + (2 * droop * t) / long;
      sketch.blade(x, y, along, long / (LEAFLETS - 4), 6, 0, tone);
      for (const side of [-1, 1]) {
        sketch.leaf(x, y, along + side * (1.05 - 0.5 * t), size, broad, shadeOf([tone, leaf[1]], random));
      }
    }
  }
}

function grass(sketch: NearSketch, { leaf, bloom }: NearColors): void {
  const { random } = sketch;
  for (let k = 0; k < 90; k++) {
    const x = -60 + 520 * random() ** 1.4;
    const tall = (360 * (1 - x / 640) + 50) * (0.5 + 0.7 * random());
    const angle = Math.PI / 2 + 0.55 * (random() - 0.55);
    sketch.blade(x, -50, angle, tall, 9 + 7 * random(), 70 * (random() - 0.5), shadeOf(leaf, random));
    if (bloom.length > 0 && k % 4 === 0)
      sketch.blossom(
        x + Math.cos(angle) * tall * 0.9,
        -50 + Math.sin(angle) * tall * 0.9,
        20 + 14 * random(),
        picked(bloom, random),
        HEART,
      );
  }
}

function fir(sketch: NearSketch, { leaf, bloom }: NearColors): void {
  const { random } = sketch;
  for (const { x, y, angle, length } of STEMS) {
    const turn = angle + 0.2 * (random() - 0.5);
    for (let twig = 0; twig < 9; twig++) {
      const t = 0.1 + (0.9 * twig) / 8;
      const side = twig === 8 ? 0 : twig % 2 ? 0.75 : -0.75;
      const fromX = x + Math.cos(turn) * length * t;
      const fromY = y + Math.sin(turn) * length * t;
      const long = 150 * (1.15 - 0.7 * t);
      for (let needle = 0; needle < 26; needle++) {
        const s = needle / 26;
        const nx = fromX + Math.cos(turn + side) * long * s;
        const ny = fromY + Math.sin(turn + side) * long * s;
        for (const lean of [-0.7, 0.7])
          sketch.blade(nx, ny, turn + side + lean + 0.2 * (random() - 0.5), 34, 5, 0, shadeOf(leaf, random));
        const white = bloom[0];
        if (white && random() < 0.28) sketch.flake(nx, ny - 8, 10 + 8 * random(), 5, white);
      }
    }
  }
}

/** Petals or paper in the air, most of them at the sides. */
function falling(sketch: NearSketch, { bloom }: NearColors): void {
  const { random } = sketch;
  for (let k = 0; k < 13; k++) {
    const size = 9 + 17 * random() ** 2;
    sketch.flake(
      20 + 420 * random() ** 1.6,
      30 + 940 * random(),
      size,
      size * (0.35 + 0.4 * random()),
      picked(bloom, random),
    );
  }
}

/** Broken stones, each of facets around a point towards the picture's middle. */
function stones(sketch: NearSketch, { leaf }: NearColors): void {
  const { random } = sketch;
  for (const [x, y, radius] of [
    [64, 40, 128],
    [250, 18, 54],
    [30, 235, 30],
  ] as const) {
    const rim = Array.from({ length: 9 }, (_, i) => {
      const reach = radius * (0.74 + 0.34 * random());
      return [x + Math.cos((i * 2 * Math.PI) / 9) * reach, y + Math.sin((i * 2 * Math.PI) / 9) * reach * 0.8] as const;
    });
    const peak = [x + radius * 0.18, y + radius * 0.22] as const;
    for (const [i, from] of rim.entries())
      sketch.patch([peak, from, rim[(i + 1) % rim.length] ?? from], shadeOf(leaf, random));
  }
}

export const NEAR_THINGS: Readonly<Record<NearName, Draw>> = {
  bough,
  blossoms: (sketch, colors) => bough(sketch, colors, true),
  palm: (sketch, colors) => fronds(sketch, colors, [0.1, 0.62, 1.2], 560, 190, 8),
  fern: (sketch, colors) => fronds(sketch, colors, [0.3, 0.72, 1.1, 1.42], 420, 92, 11),
  grass,
  fir,
  falling,
  balls: (sketch, { bloom }) => {
    sketch.ball(70, 46, 92, picked(bloom, sketch.random));
    sketch.ball(226, 26, 44, picked(bloom, sketch.random));
  },
  stones,
  knot: hangKnot,
  ribbon: (sketch, { leaf }) => hangRibbon(sketch, leaf[1]),
};
