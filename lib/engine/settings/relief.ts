import { gradientFbm } from "../math/noise.ts";
import { smoothstep } from "../math/scalar.ts";

/** Low uneven ground, in world units. */
export const mound = (x: number, z: number) => gradientFbm(x * 0.5 + 2, z * 0.6, 3) * (0.12 + 0.03 * Math.max(0, z));

/** Country that rolls away in long swells. */
export const swell = (x: number, z: number) =>
  mound(x, z) * 0.7 + (gradientFbm(x * 0.09 + 2, z * 0.12, 3) * 1.5 + 0.25) * smoothstep(2, 16, z);
