import { gradientFbm, hash2, valueFbm, valueNoise } from "../math/noise.ts";
import { lerp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { Coat } from "./coat.ts";
import { snowTone } from "./snow.ts";

const DEEP: Vec3 = [0.035, 0.16, 0.23];
const CLEAR: Vec3 = [0.16, 0.42, 0.52];
const CRACK: Vec3 = [0.72, 0.84, 0.9];
const SNOW: Vec3 = [0.86, 0.9, 0.95];

/** How near a place is to a crack, 0 to 1: nearly straight borders of plates, `scale` of them to a unit, here open and there closed. */
function crackAt(x: number, z: number, scale: number, width: number): number {
  const open = smoothstep(0.36, 0.6, valueNoise(x * scale * 0.9 + 40, z * scale * 0.9));
  if (open === 0) return 0;
  const u = x * scale + 0.16 * gradientFbm(x * scale * 1.6, z * scale * 1.6, 3);
  const v = z * scale + 0.16 * gradientFbm(x * scale * 1.6 + 9, z * scale * 1.6, 3);
  const column = Math.floor(u);
  const row = Math.floor(v);
  let nearest = 9;
  let second = 9;
  for (let i = column - 1; i <= column + 1; i++) {
    for (let j = row - 1; j <= row + 1; j++) {
      const d = Math.hypot(i + hash2(i + 31, j + 7) - u, j + hash2(i + 5, j + 61) - v);
      if (d < nearest) {
        second = nearest;
        nearest = d;
      } else if (d < second) second = d;
    }
  }
  return open * smoothstep(width, 0, second - nearest);
}

/** Snow that the wind has left on a frozen lake, 0 to 1. */
const blownAt = (x: number, z: number) =>
  smoothstep(0.52, 0.66, valueFbm(x * 0.55 + 0.2 * z, z * 0.9, 5)) * smoothstep(0.5, 1.2, Math.hypot(x, z) + 0.6);

/** Clear ice over dark water: white cracks of many sizes, clouds of air, and snow blown over it. */
export function lakeIceCoat({ x: x0, z: z0, shift }: { x: number; z: number; shift: number }): Coat {
  return {
    material: { reflectance: 0.07, roughness: 0.12 },
    color(a, b, coarse, out) {
      if (coarse) {
        for (let c = 0; c < 3; c++) out[c] = lerp(DEEP[c] as number, CLEAR[c] as number, 0.7);
        return;
      }
      const x = a - x0 + shift;
      const z = b - z0;
      const milk = smoothstep(0.4, 0.75, valueFbm(x * 1.1, z * 1.3 + 5, 5));
      // Fine cracks would be noise where they are farther apart than pixels.
      const near = smoothstep(9, 2, b);
      const crack = Math.min(
        1,
        0.95 * crackAt(x, z, 0.62, 0.022) +
          0.75 * near * crackAt(x + 7, z, 1.5, 0.028) +
          0.4 * near * near * crackAt(x, z + 9, 4.4, 0.05),
      );
      // A crack goes down into the ice and shows its side.
      const sheet = 0.34 * crackAt(x + 0.02, z + 0.05, 0.62, 0.12);
      const snow = blownAt(x, z);
      for (let c = 0; c < 3; c++) {
        const ice = lerp(DEEP[c] as number, CLEAR[c] as number, 0.25 + 0.75 * milk);
        const cracked = lerp(ice, CRACK[c] as number, Math.min(1, crack * 0.85 + sheet));
        out[c] = lerp(cracked, (SNOW[c] as number) * snowTone(a, b), snow);
      }
    },
    relief: {
      height: (a, b) =>
        gradientFbm(a * 2.2, b * 2.2, 2) * 0.0022 +
        blownAt(a - x0 + shift, b - z0) * (0.012 + 0.004 * gradientFbm(a * 20, b * 20, 2)),
      step: 0.005,
    },
  };
}

const BLUE: Vec3 = [0.36, 0.66, 0.76];
const PALE: Vec3 = [0.82, 0.92, 0.96];

/** Old ice: blue where it broke, in layers, with snow on what faces up. */
export function blueIceCoat(): Coat {
  return {
    material: { reflectance: 0.06, roughness: 0.2 },
    color(a, b, coarse, out, hit) {
      const layers = coarse ? 0.5 : valueFbm(a * 2.2, b * 9 + gradientFbm(a * 2, b * 2, 2) * 2, 5);
      const flaw = coarse ? 0 : crackAt(a, b, 2.2, 0.05) * 0.6;
      const snow = smoothstep(0.45, 0.75, hit.ny + (coarse ? 0 : 0.25 * gradientFbm(hit.x * 4, hit.z * 4, 3)));
      for (let c = 0; c < 3; c++) {
        const ice = lerp(BLUE[c] as number, PALE[c] as number, 0.1 + 0.8 * layers + flaw);
        out[c] = lerp(ice, SNOW[c] as number, snow);
      }
    },
    relief: { height: (a, b) => gradientFbm(a * 5, b * 8, 4) * 0.03, step: 0.008 },
  };
}
