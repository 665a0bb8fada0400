import { mixed, type Vec3 } from "../../math/vector.ts";
import { balloon, bauble, coins, GOLD_LEAF, gift, lacquered, RUBBER } from "../../settings/festive-things.ts";
import { candle } from "../../settings/household.ts";
import { type Coat, metalCoat, plainCoat } from "../../textures/coat.ts";
import { Box } from "../../tracer/box.ts";
import { Cylinder } from "../../tracer/cylinder.ts";
import { Heart } from "../../tracer/heart.ts";
import { Sphere } from "../../tracer/sphere.ts";
import { GLASS, GLOSS, SKIN, type ThingKind } from "./thing-kind.ts";

const PEARL: Coat = metalCoat([0.98, 0.95, 0.92], 0.3);
const CHROME: Coat = metalCoat([0.93, 0.95, 0.98], 0.07);
const BLOCK_COLORS: readonly Vec3[] = [
  [0.72, 0.1, 0.07],
  [0.86, 0.58, 0.06],
  [0.08, 0.3, 0.6],
  [0.16, 0.46, 0.2],
  [0.6, 0.38, 0.2],
];
const BLOCKS: readonly Coat[] = BLOCK_COLORS.map((color) => plainCoat(color, SKIN));
const CLAY: Vec3 = [0.5, 0.24, 0.13];

/** What people make: presents, baubles, candles, books, vases. */
export const MADE = {
  sphere: {
    count: [4, 7],
    room: 0.13,
    away: 0.5,
    build(stock, { x, y, z, index, palette, random }) {
      const radius = [0.13, 0.06, 0.045, 0.09][index % 4] as number;
      const coats = [plainCoat(palette.accent, GLOSS), GOLD_LEAF, PEARL, plainCoat(palette.support, GLOSS)];
      const size = radius * (0.9 + 0.2 * random());
      stock.add(new Sphere({ x, y: y + size, z, radius: size, material: stock.material(coats[index % 4] as Coat) }));
    },
  },
  pearl: {
    count: [7, 14],
    room: 0.05,
    away: 0.3,
    build(stock, { x, y, z, random }) {
      const radius = 0.028 + 0.012 * random();
      stock.add(new Sphere({ x, y: y + radius * 0.96, z, radius, material: stock.material(PEARL) }));
    },
  },
  gift: {
    count: [2, 3],
    room: 0.27,
    away: 0.9,
    build(stock, { x, y, z, index, palette, random }) {
      const half = 0.2 + 0.05 * (index % 2);
      gift(stock, {
        x,
        z,
        on: y,
        half,
        height: half * (1.3 + 0.5 * (index % 2)),
        turn: random() - 0.5,
        paper: lacquered(index % 2 ? palette.deep : palette.accent),
        ribbon: GOLD_LEAF,
      });
    },
  },
  bauble: {
    count: [3, 5],
    room: 0.13,
    away: 0.5,
    build(stock, spot) {
      const coats = [lacquered(spot.palette.deep), GOLD_LEAF, lacquered(spot.palette.accent)];
      bauble(stock, spot, spot.y, 0.08 + 0.045 * spot.random(), coats[spot.index % 3] as Coat);
    },
  },
  "gold-thing": {
    count: [3, 6],
    room: 0.1,
    away: 0.45,
    build(stock, { x, y, z, index }) {
      const radius = [0.085, 0.045, 0.06][index % 3] as number;
      stock.add(new Sphere({ x, y: y + radius, z, radius, material: stock.material(GOLD_LEAF) }));
    },
  },
  "chrome-thing": {
    count: [3, 6],
    room: 0.1,
    away: 0.45,
    build(stock, { x, y, z, index }) {
      const radius = [0.095, 0.05, 0.07][index % 3] as number;
      stock.add(new Sphere({ x, y: y + radius, z, radius, material: stock.material(CHROME) }));
    },
  },
  balloon: {
    count: [3, 5],
    room: 0.22,
    away: 0.9,
    build(stock, { x, y, z, index, palette, random }) {
      const size = 0.17 + 0.05 * random();
      const colors = [palette.accent, palette.deep, mixed(palette.support, [0.95, 0.93, 0.9], 0.5)];
      const coat = plainCoat(colors[index % colors.length] as Vec3, RUBBER);
      balloon(stock, [x, y + 0.75 + 0.65 * random(), z], size, null, coat, y);
    },
  },
  confetti: {
    count: [50, 90],
    room: 0.025,
    away: 0.7,
    build(stock, { x, y, z, index, palette, random }) {
      const papers = [palette.accent, palette.deep, ...BLOCK_COLORS.slice(0, 4)];
      stock.add(
        new Box({
          x,
          y: y + 0.004,
          z,
          halfX: 0.016 + 0.012 * random(),
          halfY: 0.003,
          halfZ: 0.011 + 0.008 * random(),
          turn: random() * 3,
          bevel: 0.001,
          material: stock.material(plainCoat(papers[index % papers.length] as Vec3)),
        }),
      );
    },
  },
  coin: {
    count: [2, 4],
    room: 0.13,
    away: 0.45,
    build: (stock, spot) => coins(stock, spot, spot.y, 0.1, 2 + ((spot.index * 3) % 5), spot.random),
  },
  candle: {
    count: [2, 4],
    room: 0.11,
    away: 0.7,
    build: (stock, spot) => candle(stock, spot, 0.075 + 0.02 * spot.random(), 0.16 + 0.2 * spot.random(), spot.y),
  },
  book: {
    count: [1, 2],
    room: 0.3,
    away: 0.7,
    build(stock, { x, y, z, palette, random }) {
      const covers = [palette.deep, palette.accent, palette.floor];
      for (const [i, cover] of covers.entries()) {
        stock.add(
          new Box({
            x,
            y: y + 0.042 + 0.084 * i,
            z,
            halfX: 0.26 - 0.02 * i,
            halfY: 0.041,
            halfZ: 0.18,
            turn: (random() - 0.5) * 0.7,
            bevel: 0.01,
            material: stock.material(plainCoat(cover)),
          }),
        );
      }
    },
  },
  cube: {
    count: [4, 7],
    room: 0.16,
    away: 0.55,
    build(stock, { x, y, z, index, random }) {
      const half = 0.095;
      stock.add(
        new Box({
          x,
          y: y + half,
          z,
          halfX: half,
          halfY: half,
          halfZ: half,
          turn: random() * 1.5,
          bevel: 0.014,
          material: stock.material(BLOCKS[index % BLOCKS.length] as Coat),
        }),
      );
    },
  },
  vase: {
    count: [1, 2],
    room: 0.26,
    away: 0.85,
    build(stock, { x, y, z, index, palette }) {
      const material = stock.material(plainCoat(mixed(palette.accent, CLAY, index % 2 ? 0.2 : 0.75), SKIN));
      stock.add(
        new Sphere({ x, y: y + 0.2, z, radius: 0.215, material }),
        new Cylinder({ x, z, radius: 0.08, bottom: y + 0.36, top: y + 0.5, bevel: 0.012, material }),
        new Cylinder({ x, z, radius: 0.1, bottom: y + 0.48, top: y + 0.51, bevel: 0.008, material }),
      );
    },
  },
  heart: {
    count: [3, 5],
    room: 0.16,
    away: 0.6,
    build(stock, { x, y, z, index, palette, random }) {
      const size = [0.16, 0.1, 0.13][index % 3] as number;
      const coat = index % 3 === 1 ? GOLD_LEAF : lacquered(index % 3 ? palette.deep : palette.accent);
      stock.add(new Heart({ x, y: y + size * 0.98, z, size, turn: random() - 0.5, material: stock.material(coat) }));
    },
  },
  "glass-thing": {
    count: [3, 5],
    room: 0.13,
    away: 0.5,
    build(stock, { x, y, z, index }) {
      const radius = [0.12, 0.06, 0.085][index % 3] as number;
      stock.add(new Sphere({ x, y: y + radius, z, radius, material: stock.material(GLASS) }));
    },
  },
} satisfies Record<string, ThingKind>;
