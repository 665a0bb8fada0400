import type { RgbOut } from "../math/color.ts";
import { gradientFbm, gradientNoise, valueFbm } from "../math/noise.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";

const GROUND: Vec3 = [0.92, 0.91, 0.895];
const VEIN: Vec3 = [0.42, 0.41, 0.42];

/** Polished white marble: two crossing sets of veins on clouds. */
export function marbleColor(x: number, z: number, out: RgbOut): void {
  const px = x + gradientFbm(x * 0.9 + 5.2, z * 0.9 + 1.3, 4) * 0.9;
  const pz = z + gradientFbm(x * 0.9 + 9.7, z * 0.9 + 7.1, 4) * 0.9;
  const first = clamp(1 - Math.abs(gradientNoise(px * 1.4, pz * 1.1 - px * 0.5)));
  const second = clamp(1 - Math.abs(gradientNoise(px * 2.7 + 20, pz * 2.7 + 11 + px)));
  const third = clamp(1 - Math.abs(gradientNoise(px * 6 + 40, pz * 6 + px * 2)));
  const vein = clamp(
    first ** 9 * 0.55 * smoothstep(0.25, 0.65, valueFbm(x * 0.9 + 3, z * 0.9, 3)) +
      first ** 40 * 0.6 +
      second ** 16 * 0.55 * smoothstep(0.3, 0.7, valueFbm(x * 1.4 + 13, z * 1.4, 3)) +
      third ** 20 * 0.16,
  );
  const cloud = 1 - 0.26 * smoothstep(0.35, 0.72, valueFbm(px * 1.2 + 2, pz * 1.2 + 8, 4));
  for (let c = 0; c < 3; c++) out[c] = lerp((GROUND[c] as number) * cloud, VEIN[c] as number, vein * 0.9);
}
