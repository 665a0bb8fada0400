import { seededRandom } from "../math/random.ts";

const LIFETIME = 48;
const INERTIA = 0.06;
const CAPACITY = 0.1;
const MIN_SLOPE = 0.008;
const ERODE = 0.35;
const DEPOSIT = 0.3;
const EVAPORATE = 0.018;
const GRAVITY = 4;
const RADIUS = 3;
/** Droplets stay this far from the border: the brush must not leave the map. */
const MARGIN = 4;

/**
 * Hydraulic erosion by droplets (after Beyer 2015), in place: valleys branch, slopes get scree. `heights` is `size`
 * squared, about 0 to 1.
 */
export function erode(heights: Float32Array, size: number, droplets: number, seed: number): void {
  const random = seededRandom(seed);
  const { offsets, weights } = brush(size);
  for (let n = 0; n < droplets; n++) {
    let px = random() * (size - 2 * MARGIN - 1) + MARGIN;
    let py = random() * (size - 2 * MARGIN - 1) + MARGIN;
    let dx = 0;
    let dy = 0;
    let speed = 1;
    let water = 1;
    let sediment = 0;
    for (let step = 0; step < LIFETIME; step++) {
      const ix = px | 0;
      const iy = py | 0;
      const fx = px - ix;
      const fy = py - iy;
      const o = iy * size + ix;
      const a = heights[o] as number;
      const b = heights[o + 1] as number;
      const c = heights[o + size] as number;
      const d = heights[o + size + 1] as number;
      const slopeX = (b - a) * (1 - fy) + (d - c) * fy;
      const slopeY = (c - a) * (1 - fx) + (d - b) * fx;
      const height = a * (1 - fx) * (1 - fy) + b * fx * (1 - fy) + c * (1 - fx) * fy + d * fx * fy;
      dx = dx * INERTIA - slopeX * (1 - INERTIA);
      dy = dy * INERTIA - slopeY * (1 - INERTIA);
      const length = Math.sqrt(dx * dx + dy * dy);
      if (length < 1e-9) break;
      dx /= length;
      dy /= length;
      px += dx;
      py += dy;
      if (px < MARGIN || py < MARGIN || px >= size - MARGIN - 1 || py >= size - MARGIN - 1) break;
      const drop = heightAt(heights, size, px, py) - height;
      const capacity = Math.max((-drop * size) / 256, MIN_SLOPE) * speed * water * CAPACITY;
      if (sediment > capacity || drop > 0) {
        const amount = drop > 0 ? Math.min(drop, sediment) : (sediment - capacity) * DEPOSIT;
        sediment -= amount;
        (heights[o] as number) += amount * (1 - fx) * (1 - fy);
        (heights[o + 1] as number) += amount * fx * (1 - fy);
        (heights[o + size] as number) += amount * (1 - fx) * fy;
        (heights[o + size + 1] as number) += amount * fx * fy;
      } else {
        const amount = Math.min((capacity - sediment) * ERODE, -drop);
        for (let k = 0; k < offsets.length; k++)
          (heights[o + (offsets[k] as number)] as number) -= amount * (weights[k] as number);
        sediment += amount;
      }
      speed = Math.sqrt(Math.max(0, speed * speed - drop * GRAVITY));
      water *= 1 - EVAPORATE;
    }
  }
}

function heightAt(heights: Float32Array, size: number, x: number, y: number): number {
  const ix = x | 0;
  const iy = y | 0;
  const fx = x - ix;
  const fy = y - iy;
  const o = iy * size + ix;
  const top = (heights[o] as number) * (1 - fx) + (heights[o + 1] as number) * fx;
  const bottom = (heights[o + size] as number) * (1 - fx) + (heights[o + size + 1] as number) * fx;
  return top * (1 - fy) + bottom * fy;
}

function brush(size: number): { offsets: Int32Array; weights: Float32Array } {
  const offsets: number[] = [];
  const weights: number[] = [];
  for (let j = -RADIUS; j <= RADIUS; j++) {
    for (let i = -RADIUS; i <= RADIUS; i++) {
      const weight = RADIUS - Math.sqrt(i * i + j * j);
      if (weight <= 0) continue;
      offsets.push(j * size + i);
      weights.push(weight);
    }
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { offsets: Int32Array.from(offsets), weights: Float32Array.from(weights, (weight) => weight / total) };
}
