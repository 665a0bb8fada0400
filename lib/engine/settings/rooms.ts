import { oklch } from "../math/color.ts";
import type { Vec3 } from "../math/vector.ts";
import type { Plot } from "../plants/plot.ts";
import { growPotPlant } from "../plants/pot-plant.ts";
import type { RoomName, SceneSpec } from "../scene-spec.ts";
import type { Coat } from "../textures/coat.ts";
import { plasterCoat, slateCoat, supportCoat } from "../textures/support-coats.ts";
import { tileCoat } from "../textures/tile-coat.ts";
import { Box } from "../tracer/box.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import { FEATURE_WALLS } from "./feature-walls.ts";
import { BRASS, basin, boards, candle, fruitBowl, glazed, jar, tap, towels } from "./household.ts";
import { archedMirror, roundMirror } from "./mirror.ts";
import type { Furnishing, Room } from "./room.ts";
import { furnishWindow, plantWindow, windowWall } from "./window-corner.ts";

const WHITE: Vec3 = [0.86, 0.85, 0.83];
const LEAF: readonly [Vec3, Vec3] = [
  [0.05, 0.13, 0.04],
  [0.16, 0.3, 0.09],
];
function furnishKitchen({ spec, stock, rich, x, half, z, wallZ }: Furnishing): void {
  const far = -spec.side;
  const shelved = spec.layout % 2 === 1;
  if (!shelved || rich) boards(stock, { x: x + (half + 0.85) * far, z: wallZ - 0.1 });
  jar(stock, { x: x - (half + 0.62) * far, z: wallZ - 0.35 }, 0.17, 0.36, glazed(0.9, 0.02, 80));
  jar(stock, { x: x - (half + 1.02) * far, z: wallZ - 0.3 }, 0.14, 0.52, glazed(0.8, 0.035, spec.palette.hue));
  if (spec.layout % 2 === 0) fruitBowl(stock, { x: x + (half + 0.78) * far, z: z + 0.45 }, 0.26);
  if (!rich && !shelved) return;
  const shelf = stock.material(supportCoat("wood", spec.seed, WHITE));
  stock.add(
    new Box({
      x: x - 0.9 * far,
      y: 1.32,
      z: wallZ - 0.18,
      halfX: 1.1,
      halfY: 0.035,
      halfZ: 0.18,
      material: shelf,
    }),
  );
  for (let i = 0; i < 5; i++) {
    const radius = 0.075 + 0.02 * (i % 3);
    stock.add(
      new Cylinder({
        x: x - (0.25 + 0.34 * i) * far,
        z: wallZ - 0.2,
        radius,
        bottom: 1.355,
        top: 1.355 + 0.16 + 0.07 * ((i * 2) % 3),
        bevel: 0.025,
        material: stock.material(i % 2 ? glazed(0.9, 0.015, 85) : glazed(0.72, 0.05, spec.palette.hue)),
      }),
    );
  }
}

function furnishBathroom({ spec, stock, rich, x, half, z, wallZ }: Furnishing): void {
  const far = -spec.side;
  const view = { windowSide: spec.side, light: 0.95 };
  if (spec.layout % 2 === 0) roundMirror(stock, { x: x + 0.5 * far, z: wallZ }, 0.78, 1.15, view);
  else archedMirror(stock, { x: x + (half + 0.42) * far, z: wallZ }, 0.56, 1.08, view);
  basin(stock, { x: x + (half + 1.0) * far, z: z + 0.75 });
  tap(stock, { x: x + (half + 0.62) * far, z: wallZ - 0.22 });
  towels(stock, { x: x - (half + 0.72) * far, z: z + 0.62 });
  if (!rich) return;
  candle(stock, { x: x - (half + 0.34) * far, z: z + 0.3 }, 0.085, 0.17);
  stock.add(
    new Cylinder({
      x: x - (half + 1.3) * far,
      z: z + 0.4,
      radius: 0.09,
      bottom: 0,
      top: 0.36,
      bevel: 0.03,
      material: stock.material(glazed(0.55, 0.06, spec.palette.hue)),
    }),
    new Cylinder({
      x: x - (half + 1.3) * far,
      z: z + 0.4,
      radius: 0.022,
      bottom: 0.36,
      top: 0.5,
      material: stock.material(BRASS),
    }),
  );
}

/** A fern on the far side of the counter. */
function greenPlant(plot: Plot, { spec, x, half, wallZ }: Furnishing): void {
  growPotPlant(plot, {
    x: x + (half + 1.02) * spec.side,
    z: wallZ - 0.3,
    foot: spec.room === "kitchen" ? 0.56 : 0.34,
    leaf: 0.62,
    count: 46,
    spread: 1.35,
    colors: LEAF,
    breadth: 0.055,
  });
}

/** Rocks stacked beside the product, a tall slab behind it in some variations. */
function furnishDark({ spec, stock, rich, x, half, z, random }: Furnishing): void {
  const far = -spec.side;
  const rock = stock.material(slateCoat(spec.seed + 7, [0.17, 0.165, 0.16]));
  const block = (away: number, y: number, dz: number, halves: Vec3, turn: number) =>
    stock.add(
      new Box({
        x: x + away * far,
        y,
        z: z + dz,
        halfX: halves[0],
        halfY: halves[1],
        halfZ: halves[2],
        turn: turn + 0.3 * (random() - 0.5),
        bevel: 0.05,
        material: rock,
      }),
    );
  const layout = spec.layout % 3;
  block(half + 0.72, 0.2, 0.75, [0.42, 0.2, 0.34], 0.4);
  if (layout !== 1) block(-half - 0.95, 0.09, 0.5, [0.36, 0.09, 0.3], -0.3);
  if (layout === 1) block(-half - 0.6, 0.5, 1.3, [0.3, 0.5, 0.16], 0.2);
  if (layout === 2) block(half + 0.3, 0.72, 1.5, [0.5, 0.72, 0.14], -0.15);
  if (!rich) return;
  block(half + 0.8, 0.55, 0.8, [0.26, 0.16, 0.24], 0.9);
  if (layout === 0) block(-half - 0.8, 0.62, 1.55, [0.28, 0.62, 0.14], 0.25);
  block(-half - 0.34, 0.035, -0.12, [0.075, 0.04, 0.06], 0.7);
  block(half + 0.3, 0.028, -0.2, [0.05, 0.03, 0.045], 0.2);
}

const SUBWAY = { width: 0.42, height: 0.2, offset: 0.5 };
const SQUARE = { width: 0.27, height: 0.27, offset: 0 };
const FINGER = { width: 0.11, height: 0.42, offset: 0 };
const TILINGS = [SUBWAY, SQUARE, FINGER] as const;

/** Where tiles end that go half way up a wall. */
const DADO = 1.02;

/** Tiles up to the ceiling, or half way up in a tone of the palette under plaster; variations take turns. */
function tiles(spec: SceneSpec): Coat {
  const { layout, palette, seed, tinted } = spec;
  const tiling = TILINGS[layout % TILINGS.length] ?? SUBWAY;
  if (layout % 2 === 0) return tileCoat(tinted ? palette.wall : WHITE, tiling, seed);
  const low = tileCoat(tinted ? palette.wall : oklch(0.83, 0.04, palette.hue), tiling, seed);
  const high = plasterCoat(oklch(0.93, 0.012, palette.hue), seed);
  return {
    material: low.material,
    color(a, b, coarse, out, hit) {
      (b < DADO ? low : high).color(a, b, coarse, out, hit);
      if (!coarse && Math.abs(b - DADO) < 0.022) for (let c = 0; c < 3; c++) (out[c] as number) *= 0.82;
    },
    relief: low.relief && {
      ...low.relief,
      height: (a, b) => (b < DADO ? (low.relief?.height(a, b) ?? 0) : DADO_EDGE * Math.exp(-(b - DADO) * 60)),
    },
  };
}

const DADO_EDGE = 0.012;

export const ROOMS: Record<RoomName, Room> = {
  window: {
    wall: windowWall,
    top: (spec) =>
      spec.support === "plaster" && spec.tinted
        ? plasterCoat(spec.palette.support, spec.seed)
        : supportCoat(spec.support, spec.seed, spec.palette.support),
    depth: 1.9,
    key: 1.12,
    ambient: 0.46,
    exposure: 0.88,
    furnish: furnishWindow,
    plant: plantWindow,
  },
  kitchen: {
    wall: tiles,
    depth: 1.75,
    key: 0.9,
    ambient: 0.8,
    exposure: 0.82,
    furnish: furnishKitchen,
    plant: greenPlant,
  },
  bathroom: {
    wall: tiles,
    depth: 1.7,
    key: 0.85,
    ambient: 0.82,
    exposure: 0.82,
    furnish: furnishBathroom,
    plant: greenPlant,
  },
  dark: {
    wall: (spec) => plasterCoat(spec.tinted ? spec.palette.deep : [0.12, 0.12, 0.124], spec.seed),
    top: (spec) =>
      spec.support === "stone"
        ? slateCoat(spec.seed, [0.19, 0.185, 0.18])
        : supportCoat(spec.support, spec.seed, spec.palette.support),
    depth: 2.2,
    key: 1.55,
    ambient: 0.28,
    exposure: 1.3,
    furnish: furnishDark,
  },
  ...FEATURE_WALLS,
};
