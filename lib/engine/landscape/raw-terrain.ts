import { blurred } from "../math/blur.ts";
import { floatImage } from "../math/float-image.ts";
import { gradientFbm, gradientNoise, valueFbm } from "../math/noise.ts";
import { clamp } from "../math/scalar.ts";
import { erode } from "./erosion.ts";

const SCALE = 3.2;
/** Droplets on a map of 512 texels; a finer map needs more of them to look as worn. */
const DROPLETS_AT_512 = 60_000;

/** Ridged mountains, worn by rain; `size` squared, 0 to 1. */
export function alpineTerrain(size: number, seed: number): Float32Array {
  const heights = new Float32Array(size * size);
  const offset = (seed % 977) * 17.31;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const height = ridged((x / size) * SCALE + offset, (y / size) * SCALE + offset * 0.7);
      heights[y * size + x] = height;
      low = Math.min(low, height);
      high = Math.max(high, height);
    }
  }
  for (let i = 0; i < heights.length; i++) heights[i] = clamp(((heights[i] as number) - low) / (high - low)) ** 1.35;
  const share = (size / 512) ** 2;
  erode(heights, size, Math.round(DROPLETS_AT_512 * Math.min(share, 2.2)), (seed % 100_003) * 991 + 7);
  return heights;
}

function ridged(u: number, v: number): number {
  let x = u + gradientFbm(u * 0.8 + 3, v * 0.8 + 7, 3) * 0.35;
  let y = v + gradientFbm(u * 0.8 + 11, v * 0.8 + 2, 3) * 0.35;
  let amplitude = 0.5;
  let sum = 0;
  let previous = 1;
  for (let octave = 0; octave < 8; octave++) {
    const ridge = (1 - Math.abs(gradientNoise(x, y))) ** 2;
    sum += ridge * amplitude * previous;
    previous = clamp(ridge * 1.6);
    amplitude *= 0.5;
    const turned = x * 1.6 + y * 1.2;
    y = y * 1.6 - x * 1.2 + 5.2;
    x = turned + 1.3;
  }
  return sum;
}

/** Long asymmetric waves of sand: gentle to windward, steep in the lee. */
export function duneTerrain(size: number, seed: number): Float32Array {
  const image = floatImage(size, size, 1);
  const offset = (seed % 977) * 17.31;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const u = (x / size) * SCALE * 1.1 + offset;
      const v = (y / size) * SCALE * 1.5 + offset * 0.7;
      const phase = v * 1.15 + gradientFbm(u * 0.55, v * 0.55, 3) * 1.2 + u * 0.22;
      const f = phase - Math.floor(phase);
      const crest = f < 0.68 ? (f / 0.68) ** 1.5 : (1 - (f - 0.68) / 0.32) ** 1.15;
      const small = v * 3.1 + u * 0.8 + gradientFbm(u * 1.3, v * 1.3, 2) * 1.4;
      const g = small - Math.floor(small);
      const ripple = g < 0.7 ? g / 0.7 : 1 - (g - 0.7) / 0.3;
      image.data[y * size + x] =
        crest * crest * (3 - 2 * crest) * (0.35 + 0.65 * valueFbm(u * 0.5 + 9, v * 0.5, 3)) * 0.75 +
        ripple * 0.08 * valueFbm(u * 2, v * 2, 2) +
        0.12 * valueFbm(u * 0.4, v * 0.4, 2);
    }
  }
  return blurred(image, 0.9 * (size / 512)).data;
}

/** Soft green country. */
export function hillTerrain(size: number, seed: number): Float32Array {
  const heights = new Float32Array(size * size);
  const offset = (seed % 977) * 17.31;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const u = (x / size) * SCALE * 0.8 + offset;
      const v = (y / size) * SCALE * 0.8 + offset * 0.7;
      heights[y * size + x] = valueFbm(u + gradientFbm(u, v, 2) * 0.3, v, 5, 0.42) ** 1.5 * 1.1;
    }
  }
  return heights;
}
