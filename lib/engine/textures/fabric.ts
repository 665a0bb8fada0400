import { luminance } from "../math/color.ts";
import { gradientFbm, gradientNoise, valueNoise } from "../math/noise.ts";
import type { Vec3 } from "../math/vector.ts";
import type { Coat } from "./coat.ts";

/** Height of a cloth laid over a table: long soft folds that run together. */
export function clothHeight(x: number, z: number): number {
  const bend = gradientFbm(x * 0.7 + 3, z * 0.7, 2) * 1.3;
  const fold = 1 - Math.abs(gradientNoise(x * 1.1 + bend, z * 0.8 - x * 0.5 + bend));
  return 0.05 * fold ** 3 + 0.02 * gradientNoise(x * 2.1 + 7, z * 1.9 + bend);
}

/** Brightness of a plain weave. */
export function weaveTone(x: number, z: number): number {
  const threads = Math.sin(x * 420) * Math.sin(z * 420);
  return (
    0.965 + 0.03 * threads + 0.045 * (valueNoise(x * 140, z * 35) - 0.5) + 0.045 * (valueNoise(x * 35, z * 140) - 0.5)
  );
}

/** Silk and satin: a long soft sheen over fine threads; dark cloth has less of it, or it would look milky. */
export function satinCoat(color: Vec3): Coat {
  const sheen = Math.min(1, Math.max(0.3, 2.2 * luminance(...color)));
  return {
    material: { reflectance: 0.5 * sheen, roughness: 0.36, satin: true },
    color(a, b, coarse, out) {
      const k = coarse ? 1 : 0.985 + 0.03 * valueNoise(a * 160, b * 60);
      for (let c = 0; c < 3; c++) out[c] = (color[c] as number) * k;
    },
  };
}
