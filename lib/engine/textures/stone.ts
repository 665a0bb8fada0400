import { gradientFbm, valueFbm, valueNoise } from "../math/noise.ts";
import { smoothstep } from "../math/scalar.ts";

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
