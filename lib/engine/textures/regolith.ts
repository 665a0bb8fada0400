import { gradientFbm, hash2, valueFbm } from "../math/noise.ts";
import { smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { Coat } from "./coat.ts";

/** Height of craters that stand at random in a grid of `cell` units: bowls with raised rims, in world units. */
export function craterHeight(x: number, z: number, cell: number, share: number): number {
  const column = Math.floor(x / cell);
  const row = Math.floor(z / cell);
  let height = 0;
  for (let i = column - 1; i <= column + 1; i++) {
    for (let j = row - 1; j <= row + 1; j++) {
      if (hash2(i + 23, j + 71) > share) continue;
      const radius = cell * (0.16 + 0.3 * hash2(i + 11, j + 97) ** 2);
      const dx = x - (i + hash2(i, j)) * cell;
      const dz = z - (j + hash2(i + 57, j + 31)) * cell;
      const d = Math.sqrt(dx * dx + dz * dz) / radius;
      if (d > 2) continue;
      const bowl = d < 1 ? (d * d - 1) * 0.26 : 0;
      const rim = 0.085 * Math.exp(-(((d - 1.02) / 0.2) ** 2)) * smoothstep(2, 1.4, d);
      height += (bowl + rim) * radius;
    }
  }
  return height;
}

/** Dust of ground rock, strewn with grains: matt, and pitted down to the smallest scale. */
export function regolithCoat(color: Vec3): Coat {
  return {
    material: { reflectance: 0, roughness: 1 },
    color(a, b, coarse, out) {
      const grain = coarse ? 1 : 0.84 + 0.32 * hash2((a * 310) | 0, (b * 310) | 0) ** 2;
      const k = coarse ? 1 : (0.7 + 0.6 * valueFbm(a * 1.3, b * 1.3, 4)) * grain;
      for (let c = 0; c < 3; c++) out[c] = (color[c] as number) * k;
    },
    relief: {
      height: (x, z) =>
        craterHeight(x, z, 0.19, 0.4) * 0.7 +
        craterHeight(x + 3, z, 0.055, 0.4) * 0.8 +
        gradientFbm(x * 11, z * 11, 3) * 0.012 +
        gradientFbm(x * 60, z * 60, 2) * 0.0022,
      step: 0.004,
    },
  };
}
