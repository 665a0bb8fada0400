import type { Vec3 } from "../../math/vector.ts";
import { HALVES, halved, halves, mixedHalves } from "./cut-fruit.ts";
import type { ThingKind } from "./thing-kind.ts";
import { APPLES, apple, blushed, grapes, MANGOES, PEACHES, pear, pineapple, strawberry } from "./whole-fruit.ts";

/** Fruit, whole and cut. */
export const FRUIT = {
  watermelon: { ...mixedHalves(HALVES.watermelon, 0.22), away: 0.7 },
  kiwi: mixedHalves(HALVES.kiwi, 0.085),
  "dragon-fruit": halves(HALVES["dragon-fruit"], 0.13),
  papaya: halves(HALVES.papaya, 0.13),
  avocado: halves(HALVES.avocado, 0.11),
  coconut: mixedHalves(HALVES.coconut, 0.16),
  "passion-fruit": mixedHalves(HALVES["passion-fruit"], 0.08),
  tropical: {
    count: [4, 6],
    room: 0.18,
    away: 0.6,
    build(stock, spot) {
      if (spot.index === 0) pineapple(stock, spot);
      else if (spot.index % 5 === 1) halved(stock, spot, HALVES["dragon-fruit"], 0.12);
      else if (spot.index % 5 === 2) blushed(stock, spot, MANGOES, [0.15, 0.1, 0.1]);
      else if (spot.index % 5 === 3) halved(stock, spot, HALVES.kiwi, 0.08);
      else halved(stock, spot, HALVES.coconut, 0.14);
    },
  },
  pineapple: { count: [1, 2], room: 0.26, away: 0.8, build: pineapple },
  mango: {
    count: [3, 5],
    room: 0.15,
    away: 0.5,
    build: (stock, spot) => blushed(stock, spot, MANGOES, [0.15, 0.1, 0.1]),
  },
  peach: {
    count: [3, 5],
    room: 0.14,
    away: 0.45,
    build: (stock, spot) => blushed(stock, spot, PEACHES, [0.13, 0.122, 0.13]),
  },
  pear: { count: [2, 4], room: 0.13, away: 0.5, build: pear },
  apple: {
    count: [3, 5],
    room: 0.15,
    away: 0.45,
    build: (stock, spot) => apple(stock, spot, APPLES[spot.index % 4 === 3 ? 1 : 0] as readonly [Vec3, Vec3]),
  },
  fruit: {
    count: [4, 6],
    room: 0.15,
    away: 0.5,
    build(stock, spot) {
      if (spot.index % 4 === 0) apple(stock, spot, APPLES[0] as readonly [Vec3, Vec3]);
      else if (spot.index % 4 === 1) pear(stock, spot);
      else if (spot.index % 4 === 2) grapes(stock, spot);
      else blushed(stock, spot, PEACHES, [0.13, 0.122, 0.13]);
    },
  },
  strawberry: { count: [6, 11], room: 0.08, away: 0.35, build: strawberry },
  grape: { count: [2, 3], room: 0.22, away: 0.5, build: grapes },
} satisfies Record<string, ThingKind>;
