import { gradientFbm, gradientNoise, hash2, valueFbm } from "../math/noise.ts";
import { lerp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { Coat } from "./coat.ts";

const FLAG: Vec3 = [0.28, 0.25, 0.215];
const FLAGS_PER_UNIT = 2.7;

/** Broken flagstones: distance to the joint in shares of a stone, and the stone's own number. */
function flagAt(x: number, z: number): { joint: number; stone: number } {
  const u = x * FLAGS_PER_UNIT + 0.06 * gradientNoise(x * 5, z * 5);
  const v = z * FLAGS_PER_UNIT + 0.06 * gradientNoise(x * 5 + 9, z * 5);
  let nearest = 9;
  let second = 9;
  let stone = 0;
  for (let j = -1; j <= 1; j++) {
    for (let i = -1; i <= 1; i++) {
      const cu = Math.floor(u) + i;
      const cv = Math.floor(v) + j;
      const du = cu + 0.15 + 0.7 * hash2(cu + 31, cv + 7) - u;
      const dv = cv + 0.15 + 0.7 * hash2(cu + 5, cv + 61) - v;
      const d = Math.sqrt(du * du + dv * dv);
      if (d < nearest) {
        second = nearest;
        nearest = d;
        stone = hash2(cu + 101, cv + 43);
      } else if (d < second) second = d;
    }
  }
  return { joint: second - nearest, stone };
}

/** A path of flat stones with earth and moss in the joints. */
export function flagstoneCoat(): Coat {
  return {
    material: { reflectance: 0.03, roughness: 0.55 },
    color(a, b, coarse, out) {
      const { joint, stone } = coarse ? { joint: 1, stone: 0.5 } : flagAt(a, b);
      const open = smoothstep(0.1, 0.05, joint);
      const tone = (0.82 + 0.3 * stone) * (coarse ? 1 : 0.82 + 0.36 * valueFbm(a * 16, b * 16, 4));
      out[0] = lerp(FLAG[0] * tone, 0.07, open);
      out[1] = lerp(FLAG[1] * tone, 0.085, open);
      out[2] = lerp(FLAG[2] * tone * (0.96 + 0.08 * stone), 0.035, open);
    },
    relief: {
      height: (a, b) => 0.011 * smoothstep(0.03, 0.13, flagAt(a, b).joint) + 0.004 * gradientFbm(a * 22, b * 22, 3),
      step: 0.005,
    },
  };
}
