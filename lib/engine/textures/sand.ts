import { gradientFbm, gradientNoise, hash2, valueFbm, valueNoise } from "../math/noise.ts";
import { smoothstep } from "../math/scalar.ts";

/** Brightness of dry sand: broad tone, fine tone and single grains. */
export function sandTone(x: number, z: number): number {
  return (
    (0.9 + 0.14 * valueFbm(x * 1.3, z * 1.3, 4)) *
    (0.86 + 0.28 * hash2((x * 330) | 0, (z * 330) | 0)) *
    (0.95 + 0.1 * valueNoise(x * 60, z * 60))
  );
}

/** Mounds, dimples and wind ripples, in world units. */
export function sandHeight(x: number, z: number): number {
  const ripple = Math.sin((z + x * 0.2) * 30 + gradientFbm(x * 1.1, z * 1.1, 3) * 6);
  return (
    gradientFbm(x * 1.6, z * 1.9, 3) * 0.06 +
    (1 - Math.abs(gradientNoise(x * 3.1 + 2, z * 4.2))) ** 3 * 0.012 +
    ripple * 0.003 * smoothstep(0.35, 0.7, valueFbm(x * 0.8 + 9, z * 0.8, 2)) +
    gradientFbm(x * 38, z * 38, 2) * 0.0016
  );
}
