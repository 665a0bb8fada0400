/**
 * Noise without state: a value depends on its coordinates alone, so that tiles and threads cannot change a picture.
 * Coordinates should stay below about 1e6 (floor to 32-bit lattice).
 */

const TAU = Math.PI * 2;
const GRADIENT_X = Float32Array.from({ length: 256 }, (_, i) => Math.cos((i * TAU) / 256));
const GRADIENT_Y = Float32Array.from({ length: 256 }, (_, i) => Math.sin((i * TAU) / 256));

/** [0, 1) for a pair of integers. */
export function hash2(ix: number, iy: number): number {
  let h = Math.imul(ix, 0x27d4eb2d) ^ Math.imul(iy, 0x165667b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  h ^= h >>> 16;
  return (h >>> 0) * (1 / 4294967296);
}

function gradientIndex(ix: number, iy: number): number {
  let h = Math.imul(ix, 0x27d4eb2d) ^ Math.imul(iy, 0x165667b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h >>> 24;
}

/** Value noise, 0 to 1. */
export function valueNoise(x: number, y: number): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  let fx = x - ix;
  let fy = y - iy;
  fx = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
  fy = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
  const a = hash2(ix, iy);
  const b = hash2(ix + 1, iy);
  const c = hash2(ix, iy + 1);
  const d = hash2(ix + 1, iy + 1);
  const p = a + (b - a) * fx;
  const q = c + (d - c) * fx;
  return p + (q - p) * fy;
}

/** Gradient (Perlin) noise, about -1 to 1. */
export function gradientNoise(x: number, y: number): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const fx = x - ix;
  const fy = y - iy;
  const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
  const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
  const i0 = gradientIndex(ix, iy);
  const i1 = gradientIndex(ix + 1, iy);
  const i2 = gradientIndex(ix, iy + 1);
  const i3 = gradientIndex(ix + 1, iy + 1);
  const a = (GRADIENT_X[i0] as number) * fx + (GRADIENT_Y[i0] as number) * fy;
  const b = (GRADIENT_X[i1] as number) * (fx - 1) + (GRADIENT_Y[i1] as number) * fy;
  const c = (GRADIENT_X[i2] as number) * fx + (GRADIENT_Y[i2] as number) * (fy - 1);
  const d = (GRADIENT_X[i3] as number) * (fx - 1) + (GRADIENT_Y[i3] as number) * (fy - 1);
  const p = a + (b - a) * u;
  const q = c + (d - c) * u;
  return (p + (q - p) * v) * 1.5;
}

/** Octaves of value noise, each turned and doubled; 0 to 1. */
export function valueFbm(x: number, y: number, octaves = 5, gain = 0.5): number {
  let sum = 0;
  let amplitude = 0.5;
  let total = 0;
  for (let i = 0; i < octaves; i++) {
    sum += amplitude * valueNoise(x, y);
    total += amplitude;
    const turned = x * 1.6 + y * 1.2;
    y = y * 1.6 - x * 1.2 + 3.1;
    x = turned + 1.7;
    amplitude *= gain;
  }
  return sum / total;
}

/** Octaves of gradient noise, about -1 to 1. */
export function gradientFbm(x: number, y: number, octaves = 5, gain = 0.5): number {
  let sum = 0;
  let amplitude = 0.5;
  for (let i = 0; i < octaves; i++) {
    sum += amplitude * gradientNoise(x, y);
    const turned = x * 1.6 + y * 1.2;
    y = y * 1.6 - x * 1.2 + 3.1;
    x = turned + 1.7;
    amplitude *= gain;
  }
  return sum;
}
