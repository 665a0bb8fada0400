import { gradientFbm, hash2 } from "../math/noise.ts";
import { smoothstep } from "../math/scalar.ts";
import { mixed, type Vec3 } from "../math/vector.ts";
import { plainCoat } from "../textures/coat.ts";
import { duneCoat } from "../textures/ground-coats.ts";
import type { Ground } from "./ground-kind.ts";
import { mound } from "./relief.ts";

/** Height of half spheres that stand at random in a grid of `cell` units: the highest one over a place. */
function puffs(x: number, z: number, cell: number): number {
  const column = Math.floor(x / cell);
  const row = Math.floor(z / cell);
  let highest = 0;
  for (let i = column - 1; i <= column + 1; i++) {
    for (let j = row - 1; j <= row + 1; j++) {
      const dx = x / cell - i - hash2(i, j);
      const dz = z / cell - j - hash2(i + 57, j + 31);
      const radius = 0.62 + 0.34 * hash2(i + 11, j + 97);
      const square = radius * radius - dx * dx - dz * dz;
      if (square > highest) highest = square;
    }
  }
  return Math.sqrt(highest) * cell;
}

/** Heaps of cloud with small heads all over them, high only behind the product: the camera must not stand in them. */
function billows(x: number, z: number): number {
  const behind = smoothstep(-0.6, 4, z) * (0.45 + 0.55 * smoothstep(0.2, 2.5, Math.abs(x)));
  return 0.72 * puffs(x, z, 1.25) * behind + 0.55 * puffs(x + 7, z, 0.5) + 0.26 * puffs(x, z + 3, 0.2) - 0.4;
}

const CLOUD: Vec3 = [0.93, 0.94, 0.96];

/** Above the clouds, and under the sea. */
export const DEPTHS = {
  clouds: {
    around: "painting",
    relief: billows,
    coat: (_place, { tinted, palette }) =>
      plainCoat(tinted ? mixed(CLOUD, palette.wall, 0.7) : CLOUD, { reflectance: 0, roughness: 1 }),
    reach: 26,
    horizon: 0.44,
    haze: 0.1,
    aperturePx: 11,
    brightness: 1.02,
  },
  seabed: {
    around: "water",
    relief: (x, z) => mound(x, z) * 1.6 + 0.04 * gradientFbm(x * 1.4, z * 1.4, 2),
    coat: () => duneCoat([0.5, 0.55, 0.48]),
    reach: 16,
    horizon: 0.46,
    haze: 0.1,
    aperturePx: 6,
  },
} satisfies Record<string, Ground>;
