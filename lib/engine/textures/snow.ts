import { gradientFbm, hash2, valueFbm } from "../math/noise.ts";

/** Brightness of wind-packed snow with single glints. */
export function snowTone(x: number, z: number): number {
  const glint = hash2((x * 420) | 0, (z * 420) | 0) > 0.994 ? 0.35 : 0;
  return 0.94 + 0.08 * valueFbm(x * 2, z * 2, 4) + glint;
}

/** Soft drifts and a fine crust, in world units. */
export function snowHeight(x: number, z: number): number {
  return gradientFbm(x * 1.3, z * 1.7, 4) * 0.05 + gradientFbm(x * 16, z * 16, 3) * 0.0035;
}
