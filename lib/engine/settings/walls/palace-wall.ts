import { valueFbm, valueNoise } from "../../math/noise.ts";
import { smoothstep } from "../../math/scalar.ts";
import type { Vec3 } from "../../math/vector.ts";
import { type Coat, plainCoat } from "../../textures/coat.ts";
import { slateCoat } from "../../textures/support-coats.ts";
import { Arch } from "../../tracer/arch.ts";
import { Box } from "../../tracer/box.ts";
import { Cylinder } from "../../tracer/cylinder.ts";
import { DARK_WOOD, glazed, vase } from "../household.ts";
import type { Furnishing, Room } from "../room.ts";

const PALACE_RED: Vec3 = [0.235, 0.024, 0.017];

/** Limewashed in red, streaked by rain and years. */
function redWallCoat(seed: number): Coat {
  const shift = seed % 61;
  return {
    material: { reflectance: 0.02, roughness: 0.65 },
    color(a, b, coarse, out) {
      const streak = coarse ? 0.5 : valueFbm((a + shift) * 2.2, b * 0.35, 4);
      const patch = coarse ? 0.5 : valueFbm((a + shift) * 0.9, b * 0.9 + 5, 4);
      const k = (0.72 + 0.34 * streak + 0.22 * patch) * (coarse ? 1 : 0.97 + 0.06 * valueNoise(a * 80, b * 80));
      const faded = 0.05 * smoothstep(0.6, 0.85, patch);
      for (let c = 0; c < 3; c++) out[c] = (PALACE_RED[c] as number) * k + faded * ([0.5, 0.28, 0.2][c] as number);
    },
  };
}

const LACQUER_RED: Coat = plainCoat([0.2, 0.018, 0.012], { reflectance: 0.045, roughness: 0.3 });
const PAPER_PANE: Coat = plainCoat([0.9, 0.82, 0.66]);

/** Bare wall, columns, a round window with a lattice, or one column with a vase before it. */
function furnishPalace({ spec, stock, x, half, z, wallZ, rich }: Furnishing): void {
  const far = -spec.side;
  const stone = stock.material(slateCoat(spec.seed + 5, [0.34, 0.33, 0.31]));
  const foot = (at: number, halfX: number, dz: number) =>
    stock.add(
      new Box({ x: at, y: 0.11, z: wallZ - dz, halfX, halfY: 0.11, halfZ: 0.12, bevel: 0.025, material: stone }),
      new Box({ x: at, y: 0.25, z: wallZ - dz, halfX, halfY: 0.03, halfZ: 0.09, bevel: 0.02, material: stone }),
    );
  const column = (at: number) => {
    const material = stock.material(LACQUER_RED);
    stock.add(
      new Cylinder({ x: at, z: wallZ - 0.3, radius: 0.17, bottom: 0, top: 5, material }),
      new Cylinder({ x: at, z: wallZ - 0.3, radius: 0.24, bottom: 0, top: 0.16, bevel: 0.05, material: stone }),
    );
  };
  foot(0, 9, 0);
  const arrangement = spec.layout % 4;
  if (arrangement === 1) {
    column(x + 1.05 * far);
    column(x - 1.35 * far);
  }
  if (arrangement === 3) column(x + 0.95 * far);
  if (arrangement === 2) latticeWindow(stock, x + 0.25 * far, 1.05, wallZ);
  if (rich || arrangement === 3) vase(stock, { x: x - (half + 0.8) * far, z: z + 0.8 }, 0.19, glazed(0.62, 0.06, 195));
}

/** A round window: paper behind dark bars. */
function latticeWindow(stock: Furnishing["stock"], x: number, y: number, wallZ: number): void {
  const wood = stock.material(DARK_WOOD);
  const disc = { x, spring: y, bottom: 0, disc: true } as const;
  stock.add(
    new Arch({ ...disc, radius: 0.66, front: wallZ - 0.02, back: wallZ, material: stock.material(PAPER_PANE) }),
    new Arch({ ...disc, radius: 0.72, hole: 0.64, front: wallZ - 0.09, back: wallZ, material: wood }),
  );
  for (const away of [-0.36, -0.12, 0.12, 0.36]) {
    const reach = Math.sqrt(0.64 ** 2 - away ** 2);
    const bar = { z: wallZ - 0.04, halfZ: 0.012, bevel: 0.004, material: wood };
    stock.add(
      new Box({ ...bar, x: x + away, y, halfX: 0.012, halfY: reach }),
      new Box({ ...bar, x, y: y + away, halfX: reach, halfY: 0.012 }),
    );
  }
}

/** A palace's limewashed wall. */
export const RED_WALL: Room = {
  wall: (spec) => redWallCoat(spec.seed),
  depth: 2,
  key: 1.25,
  ambient: 0.55,
  exposure: 1,
  aperturePx: 6,
  furnish: furnishPalace,
};
