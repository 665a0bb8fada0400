import { gradientFbm, gradientNoise } from "../math/noise.ts";
import { smoothstep } from "../math/scalar.ts";
import { duneCoat, snowCoat } from "../textures/ground-coats.ts";
import type { Ground } from "./grounds.ts";
import { mound } from "./relief.ts";

/** Round heads of cloud beside and behind each other, in world units. */
function billows(x: number, z: number): number {
  // The absolute value of noise: round heads, and creases where they meet.
  const wide = Math.abs(gradientNoise(x * 0.3 + 3, z * 0.26));
  const round = Math.abs(gradientNoise(x * 0.8 + 9, z * 0.7 + 4));
  const small = Math.abs(gradientNoise(x * 2.1, z * 1.9 + 7));
  const away = smoothstep(0.2, 5, Math.hypot(x, z));
  return (1.15 * wide ** 0.85 + 0.42 * round ** 0.85 + 0.1 * small) * (0.35 + 0.9 * away) - 0.3;
}

/** Above the clouds, and under the sea. */
export const DEPTHS = {
  clouds: {
    around: "painting",
    relief: billows,
    coat: () => ({ ...snowCoat(), relief: undefined }),
    reach: 26,
    horizon: 0.44,
    haze: 0.055,
    aperturePx: 7,
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
