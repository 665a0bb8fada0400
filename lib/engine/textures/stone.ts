import { gradientFbm, hash2, valueFbm, valueNoise } from "../math/noise.ts";
import { smoothstep } from "../math/scalar.ts";

/** Brightness of weathered rock, about 0.3 to 1.4. */
export function stoneTone(x: number, z: number): number {
  return (0.55 + 0.9 * valueFbm(x * 2.2, z * 2.2, 6)) * (0.85 + 0.3 * valueNoise(x * 120, z * 120));
}

/** Height of a floor of broken slabs, in world units: warped Worley cells with cracks between them. */
export function stoneHeight(x: number, z: number): number {
  const wx = (x + gradientFbm(x * 1.7, z * 1.7, 3) * 0.25) * 3;
  const wz = (z + gradientFbm(x * 1.7 + 7, z * 1.7, 3) * 0.25) * 3;
  const ix = Math.floor(wx);
  const iz = Math.floor(wz);
  let first = 9;
  let second = 9;
  let cell = 0;
  for (let j = -1; j <= 1; j++) {
    for (let i = -1; i <= 1; i++) {
      const dx = ix + i + hash2(ix + i, iz + j) - wx;
      const dz = iz + j + hash2(ix + i + 57, iz + j + 13) - wz;
      const d = dx * dx + dz * dz;
      if (d < first) {
        second = first;
        first = d;
        cell = hash2(ix + i + 5, iz + j + 91);
      } else if (d < second) second = d;
    }
  }
  const fromCrack = Math.sqrt(second) - Math.sqrt(first);
  return (
    gradientFbm(x * 3, z * 3, 4) * 0.022 +
    smoothstep(0, 0.12, fromCrack) * 0.012 +
    cell * 0.02 * smoothstep(0, 0.3, fromCrack) +
    gradientFbm(x * 22, z * 22, 3) * 0.0028
  );
}

/** Brightness of riven slate: broad clouds, thin pale cleavage lines, fine grain; about 0.5 to 1.5. */
export function slateTone(x: number, z: number): number {
  const layers = valueFbm(x * 0.9 + 3, z * 2.2, 4);
  const line = 1 - Math.abs(gradientFbm(x * 1.3 + 9, z * 1.9, 4));
  return (
    (0.6 + 0.75 * layers) * (0.88 + 0.24 * valueNoise(x * 140, z * 140)) + 0.35 * smoothstep(0.965, 1, line) * layers
  );
}

/** Height of riven slate in world units: shallow terraces with broken edges. */
export function slateHeight(x: number, z: number): number {
  const level = valueFbm(x * 1.1 + 31, z * 1.5, 5) * 7;
  const step = Math.floor(level);
  const edge = smoothstep(0.82, 1, level - step);
  return (step + edge) * 0.0042 + gradientFbm(x * 9, z * 11, 4) * 0.0045 + gradientFbm(x * 60, z * 60, 2) * 0.0009;
}
