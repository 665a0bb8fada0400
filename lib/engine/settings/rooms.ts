import { oklch } from "../math/color.ts";
import type { Vec3 } from "../math/vector.ts";
import type { Plot } from "../plants/plot.ts";
import { growDryGrass, growPotPlant } from "../plants/pot-plant.ts";
import type { RoomName, SceneSpec } from "../scene-spec.ts";
import type { Coat } from "../textures/coat.ts";
import { plasterCoat, supportCoat } from "../textures/support-coats.ts";
import { tileCoat } from "../textures/tile-coat.ts";
import { Arch } from "../tracer/arch.ts";
import { Box } from "../tracer/box.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import { FEATURE_WALLS } from "./feature-walls.ts";
import { BRASS, basin, boards, candle, fruitBowl, glazed, jar, tap, towels, vase } from "./household.ts";
import { roundMirror } from "./mirror.ts";
import type { Stock } from "./stock.ts";

/** A corner of a room as its things are put into it: `side` is where the light comes from, the far side takes the tall things. */
export interface Furnishing {
  readonly spec: SceneSpec;
  readonly stock: Stock;
  readonly rich: boolean;
  /** Middle and half width of the product's base. */
  readonly x: number;
  readonly half: number;
  readonly z: number;
  readonly wallZ: number;
  readonly random: () => number;
}

export interface Room {
  readonly wall: (spec: SceneSpec) => Coat;
  readonly top: (spec: SceneSpec) => Coat;
  /** From the product's front to the wall. */
  readonly depth: number;
  /** Strength of key light and of light from all around. */
  readonly key: number;
  readonly ambient: number;
  readonly exposure: number;
  /** Replaces the lens: blur of the far distance in pixels of a 1024 px picture. */
  readonly aperturePx?: number;
  readonly furnish: (furnishing: Furnishing) => void;
  readonly plant?: (plot: Plot, furnishing: Furnishing) => void;
}

const WHITE: Vec3 = [0.86, 0.85, 0.83];
const LEAF: readonly [Vec3, Vec3] = [
  [0.05, 0.13, 0.04],
  [0.16, 0.3, 0.09],
];
/** Walls: what was asked for, else near white. */
function wallColor({ palette, tinted }: SceneSpec): Vec3 {
  return tinted ? palette.wall : oklch(0.93, 0.014, palette.hue);
}

function furnishWindow({ spec, stock, rich, x, half, z, wallZ, random }: Furnishing): void {
  const far = -spec.side;
  if (spec.layout % 2 === 1) {
    // A niche with a round head, in the wall's own colour.
    stock.add(
      new Arch({
        x: x + 0.15 * far,
        radius: 0.92,
        spring: 0.62,
        bottom: -1,
        front: wallZ - 0.1,
        back: wallZ + 0.2,
        material: stock.material(plasterCoat(oklch(0.96, 0.012, spec.palette.hue), spec.seed)),
      }),
    );
  }
  if (!rich) return;
  vase(stock, { x: x + (half + 0.85) * far, z: z + 0.85 }, 0.2, glazed(0.86, 0.03, spec.palette.hue));
  stock.add(
    new Box({
      x: x - (half + 0.75) * far,
      y: 0.06,
      z: z + 0.5,
      halfX: 0.26,
      halfY: 0.06,
      halfZ: 0.2,
      turn: 0.2 + 0.2 * random(),
      material: stock.material(plasterCoat(spec.palette.accent, spec.seed)),
    }),
  );
}

function dryGrass(plot: Plot, { spec, rich, x, half, z }: Furnishing): void {
  if (rich) growDryGrass(plot, { x: x - (half + 0.85) * spec.side, z: z + 0.85, foot: 0.46 });
}

function furnishKitchen({ spec, stock, rich, x, half, z, wallZ }: Furnishing): void {
  const far = -spec.side;
  boards(stock, { x: x + (half + 0.85) * far, z: wallZ - 0.1 });
  jar(stock, { x: x - (half + 0.62) * far, z: wallZ - 0.35 }, 0.17, 0.36, glazed(0.9, 0.02, 80));
  jar(stock, { x: x - (half + 1.02) * far, z: wallZ - 0.3 }, 0.14, 0.52, glazed(0.8, 0.035, spec.palette.hue));
  if (spec.layout % 2 === 0) fruitBowl(stock, { x: x + (half + 0.78) * far, z: z + 0.45 }, 0.26);
  if (!rich) return;
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
  roundMirror(stock, { x: x + 0.5 * far, z: wallZ }, 0.78, 1.15, { windowSide: spec.side, light: 0.95 });
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

function furnishDark({ spec, stock, rich, x, half, z }: Furnishing): void {
  const far = -spec.side;
  const rock = stock.material(supportCoat("stone", spec.seed + 7, WHITE));
  stock.add(
    new Box({
      x: x + (half + 0.72) * far,
      y: 0.2,
      z: z + 0.75,
      halfX: 0.42,
      halfY: 0.2,
      halfZ: 0.34,
      turn: 0.4,
      bevel: 0.05,
      material: rock,
    }),
    new Box({
      x: x - (half + 0.95) * far,
      y: 0.09,
      z: z + 0.5,
      halfX: 0.36,
      halfY: 0.09,
      halfZ: 0.3,
      turn: -0.3,
      bevel: 0.045,
      material: rock,
    }),
  );
  if (!rich) return;
  stock.add(
    new Box({
      x: x + (half + 0.8) * far,
      y: 0.55,
      z: z + 0.8,
      halfX: 0.26,
      halfY: 0.16,
      halfZ: 0.24,
      turn: 0.9,
      bevel: 0.05,
      material: rock,
    }),
  );
}

const SUBWAY = { width: 0.42, height: 0.2, offset: 0.5 };
const SQUARE = { width: 0.27, height: 0.27, offset: 0 };
const FINGER = { width: 0.11, height: 0.42, offset: 0 };
const TILINGS = [SUBWAY, SQUARE, FINGER] as const;

const tiles = (spec: SceneSpec): Coat =>
  tileCoat(spec.tinted ? spec.palette.wall : WHITE, TILINGS[spec.layout % 3] ?? SUBWAY, spec.seed);

export const ROOMS: Record<RoomName, Room> = {
  window: {
    wall: (spec) => plasterCoat(wallColor(spec), spec.seed),
    top: (spec) =>
      spec.support === "plaster" && spec.tinted
        ? plasterCoat(spec.palette.support, spec.seed)
        : supportCoat(spec.support, spec.seed, spec.palette.support),
    depth: 1.9,
    key: 1,
    ambient: 0.62,
    exposure: 0.86,
    furnish: furnishWindow,
    plant: dryGrass,
  },
  kitchen: {
    wall: tiles,
    top: (spec) => supportCoat(spec.support, spec.seed, spec.palette.support),
    depth: 1.75,
    key: 0.9,
    ambient: 0.8,
    exposure: 0.82,
    furnish: furnishKitchen,
    plant: greenPlant,
  },
  bathroom: {
    wall: tiles,
    top: (spec) => supportCoat(spec.support, spec.seed, spec.palette.support),
    depth: 1.7,
    key: 0.85,
    ambient: 0.82,
    exposure: 0.82,
    furnish: furnishBathroom,
    plant: greenPlant,
  },
  dark: {
    wall: (spec) => plasterCoat(spec.tinted ? spec.palette.deep : [0.085, 0.083, 0.084], spec.seed),
    top: (spec) => supportCoat(spec.support, spec.seed, spec.palette.support),
    depth: 2.2,
    key: 1.35,
    ambient: 0.24,
    exposure: 1.25,
    furnish: furnishDark,
  },
  ...FEATURE_WALLS,
};
