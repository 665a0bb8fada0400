import { hash2, valueFbm, valueNoise } from "../../math/noise.ts";
import { clamp } from "../../math/scalar.ts";
import type { Vec3 } from "../../math/vector.ts";
import type { Coat } from "../../textures/coat.ts";
import { plasterCoat } from "../../textures/support-coats.ts";
import { Box } from "../../tracer/box.ts";
import { candle } from "../household.ts";
import type { Furnishing, Room } from "../room.ts";

const BINDINGS: readonly Vec3[] = [
  [0.2, 0.035, 0.028],
  [0.05, 0.085, 0.06],
  [0.035, 0.055, 0.11],
  [0.23, 0.13, 0.06],
  [0.42, 0.34, 0.22],
  [0.09, 0.06, 0.045],
  [0.3, 0.2, 0.1],
];
const SHELF: Vec3 = [0.15, 0.075, 0.035];
const SHELF_HEIGHT = 0.46;
const BOARD = 0.045;

/** Shelves full of old books: spines with bands of gold, some leaning, a dark gap above them. */
function booksCoat(seed: number): Coat {
  const shift = seed % 89;
  return {
    material: { reflectance: 0.03, roughness: 0.5 },
    color(a, b, coarse, out) {
      const shelf = Math.floor((b + 0.3) / SHELF_HEIGHT);
      const v = b + 0.3 - shelf * SHELF_HEIGHT;
      const post = Math.abs(a + shift - Math.round((a + shift) / 2.3) * 2.3) < 0.035;
      if (coarse || v < BOARD || post) {
        const grain = coarse ? 1 : 0.8 + 0.4 * valueFbm(a * 3, b * 30, 3);
        for (let c = 0; c < 3; c++) out[c] = (SHELF[c] as number) * grain;
        return;
      }
      const along = (a + shift) * 15 + 2.4 * valueNoise((a + shift) * 7, shelf * 5.3);
      const book = Math.floor(along);
      const within = along - book;
      const tall = (0.62 + 0.3 * hash2(book, shelf + 40)) * (SHELF_HEIGHT - BOARD);
      if (v - BOARD > tall) {
        out.fill(0.012);
        return;
      }
      const color = BINDINGS[Math.floor(hash2(book + 7, shelf) * BINDINGS.length)] as Vec3;
      const round = 0.35 + 0.9 * Math.sqrt(clamp(4 * within * (1 - within)));
      const height = (v - BOARD) / tall;
      const banded = Math.abs(height - 0.16) < 0.012 || Math.abs(height - 0.82) < 0.012;
      const tone = round * (0.7 + 0.6 * hash2(book, shelf));
      for (let c = 0; c < 3; c++) out[c] = (banded ? ([0.5, 0.34, 0.12][c] as number) : (color[c] as number)) * tone;
    },
  };
}

function furnishLibrary({ spec, stock, rich, x, half, z, random }: Furnishing): void {
  const far = -spec.side;
  const volume = (away: number, y: number, dz: number, turn: number, color: Vec3) =>
    stock.add(
      new Box({
        x: x + away * far,
        y,
        z: z + dz,
        halfX: 0.27 - 0.02 * random(),
        halfY: 0.045,
        halfZ: 0.19,
        turn,
        bevel: 0.012,
        material: stock.material(plasterCoat(color, 3)),
      }),
    );
  volume(half + 0.62, 0.045, 0.55, 0.25, BINDINGS[0] as Vec3);
  volume(half + 0.6, 0.135, 0.55, -0.1, BINDINGS[4] as Vec3);
  if (!rich) return;
  volume(half + 0.63, 0.225, 0.54, 0.4, BINDINGS[2] as Vec3);
  candle(stock, { x: x - (half + 0.6) * far, z: z + 0.5 }, 0.08, 0.24);
}

/** Shelves of old books. */
export const LIBRARY: Room = {
  wall: (spec) => booksCoat(spec.seed),
  depth: 2.1,
  key: 0.95,
  ambient: 0.5,
  exposure: 1.05,
  furnish: furnishLibrary,
};
