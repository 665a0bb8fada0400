import type { RgbOut } from "../math/color.ts";
import { gradientFbm, gradientNoise, hash2 } from "../math/noise.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";

export interface WoodTone {
  readonly early: Vec3;
  readonly late: Vec3;
  readonly seed: number;
}

const PLANK_DEPTH = 0.42;

/** Planks along x: each with its own tone and rings, fibres, pores, and a dark seam between. */
export function woodColor(x: number, z: number, tone: WoodTone, out: RgbOut): void {
  const plank = Math.floor(z / PLANK_DEPTH);
  const across = z / PLANK_DEPTH - plank;
  const offset = hash2(plank + tone.seed * 31, 7) * 40;
  const board = Math.floor(x / 3.1 + hash2(plank, 9) * 3.1);
  const px = x + offset;
  const pz = z + offset + board * 5.3;
  const warp = gradientFbm(px * 0.35, pz * 2.2, 3) * 0.32;
  const rings = (pz * 3.2 + warp * 3.4 + gradientFbm(px * 0.15, pz * 0.8, 2) * 2.2) * 2.1;
  const ring = 0.5 + 0.5 * Math.sin(rings * 2 * Math.PI);
  const fibre = gradientFbm(px * 3, pz * 120, 3) * 0.5 + gradientFbm(px * 9, pz * 300, 2) * 0.3;
  const pores = smoothstep(0.35, 0.8, gradientNoise(px * 7, pz * 190)) * smoothstep(0.2, 0.7, ring);
  const dark = clamp(0.3 + 0.42 * ring ** 3 + 0.22 * fibre + 0.16 * gradientFbm(px * 0.8, pz * 5, 3));
  const toSeam = Math.min(across, 1 - across) * PLANK_DEPTH;
  const light =
    (0.82 + 0.36 * hash2(plank, 3 + tone.seed)) *
    (1 - 0.85 * Math.exp((-toSeam * toSeam) / 0.00003)) *
    (1 - 0.25 * pores);
  for (let c = 0; c < 3; c++) out[c] = lerp(tone.early[c] as number, tone.late[c] as number, dark) * light;
}
