import { gradientFbm } from "../math/noise.ts";
import { blueIceCoat, lakeIceCoat } from "../textures/ice.ts";
import { Chunk } from "../tracer/chunk.ts";
import type { Ground, Planting } from "./ground-kind.ts";
import { dropUnder } from "./pedestal.ts";
import type { Stock } from "./stock.ts";

/** How many large blocks stand left and right of the product, and whether a cliff of ice closes one side; by turns. */
const BLOCKS = [
  { left: 3, right: 2, cliff: false },
  { left: 1, right: 1, cliff: true },
  { left: 2, right: 4, cliff: false },
  { left: 2, right: 0, cliff: true },
] as const;

/** Blocks of old ice, their splinters, and in turns a cliff of it behind. */
function brokenIce(stock: Stock, { spec, rich, place }: Planting, random: () => number): void {
  const { left, right, cliff } = BLOCKS[place.layout % BLOCKS.length] ?? BLOCKS[0];
  const drop = dropUnder(spec);
  const material = stock.material(blueIceCoat());
  const block = (x: number, z: number, wide: number, tall: number) =>
    stock.add(
      new Chunk({
        middle: [place.x + x, tall * (0.25 + 0.2 * random()) - drop, place.z + z],
        radii: [wide * (0.9 + 0.4 * random()), tall, wide * (0.8 + 0.3 * random())],
        faces: 10,
        cut: 0.5,
        seed: Math.floor(random() * 1e6),
        material,
      }),
    );
  for (const [side, count] of [
    [-1, left],
    [1, right],
  ] as const) {
    for (let i = 0; i < count; i++) {
      const z = 0.5 + 1.1 * i + 0.5 * random();
      block(
        side * (0.85 + 0.28 * z + 0.3 * random()),
        z,
        0.26 + 0.2 * random() + 0.1 * i,
        0.3 + 0.35 * random() + 0.14 * i,
      );
    }
  }
  if (cliff) {
    for (let i = 0; i < 6; i++) {
      const z = 3.4 + 1.3 * i + 0.8 * random();
      block(spec.side * (1.1 + 0.42 * z + 0.4 * random()), z, 0.9 + 0.5 * random(), 0.9 + 0.9 * random() + 0.1 * i);
    }
  }
  for (let i = 0; i < 5; i++) block((random() - 0.5) * 9, 7 + 9 * random(), 0.5 + 0.5 * random(), 0.3 + 0.5 * random());
  for (let i = 0; i < (rich ? 22 : 10); i++) {
    const side = random() < 0.5 ? -1 : 1;
    const size = 0.02 + 0.07 * random() ** 2;
    block(side * (0.5 + 1.3 * random()), -0.5 + 1.8 * random(), size, size * 0.8);
  }
}

/** A frozen lake before snow mountains, with the ice of a glacier on it. */
export const ICE = {
  ice: {
    around: "painting",
    relief: (x, z) => gradientFbm(x * 0.3, z * 0.3, 2) * 0.02 + 0.02 * Math.max(0, z - 18),
    coat: lakeIceCoat,
    reach: 26,
    horizon: 0.42,
    build: brokenIce,
    sun: { height: 0.45, strength: 1 },
    haze: 0.016,
    aperturePx: 4,
  },
} satisfies Record<string, Ground>;
