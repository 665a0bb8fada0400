import { valueFbm, valueNoise } from "../math/noise.ts";
import type { Vec3 } from "../math/vector.ts";
import type { Coat } from "./coat.ts";

/** Uncoated coloured paper: fine tooth, hardly any shine. */
export function paperCoat(color: Vec3, seed: number): Coat {
  const shift = seed % 31;
  return {
    material: { reflectance: 0.02, roughness: 0.7 },
    color(a, b, coarse, out) {
      const k = coarse
        ? 1
        : 0.985 + 0.02 * valueNoise(a * 150 + shift, b * 150) + 0.012 * (valueFbm(a * 30, b * 30, 2) - 0.5);
      for (let c = 0; c < 3; c++) out[c] = (color[c] as number) * k;
    },
  };
}
