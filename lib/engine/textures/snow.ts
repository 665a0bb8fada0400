import { gradientFbm, hash2, valueFbm } from "../math/noise.ts";

/** Brightness of wind-packed snow with single glints. */
export function snowTone(x: number, z: number): number {
  const glint = hash2((x * 420) | 0, (z * 420) | 0) > 0.994 ? 0.35 : 0;
  return 0.94 + 0.08 * valueFbm(x * 2, z * 2, 4) + glint;
}

/** Soft drifts and a fine crust, in world units. */
export function snowHeight(x: number, z: number): number {
  return (
    gradientFbm(x * 1.2, z * 1.9, 3) * 0.075 +
    gradientFbm(x * 6, z * 8, 2) * 0.004 +
    gradientFbm(x * 26, z * 26, 2) * 0.0024
  );
}
