import { invariant } from "#lib/base/assert.ts";

/** How an enlarged picture is filled in: `cubic` (Keys, a = -0.5) is smoother than `linear` and overshoots a little at hard edges. */
export type EnlargeKernel = "linear" | "cubic";

/**
 * One axis of a separable resampling: target position `i` is the sum of `weights[i * taps + t]` times source position
 * `sources[i * taps + t]` over the taps `t`. Weights of one position add up to 1; sources are inside the axis (borders repeat).
 */
export interface AxisWeights {
  taps: number;
  sources: Int32Array;
  weights: Float32Array;
}

/** Shrinking averages over the exact area each target pixel covers; enlarging interpolates between pixel centres. */
export function axisWeights(sourceLength: number, targetLength: number, kernel: EnlargeKernel): AxisWeights {
  invariant(sourceLength > 0 && targetLength > 0, "axis lengths above zero");
  return targetLength < sourceLength
    ? areaWeights(sourceLength, targetLength)
    : interpolationWeights(sourceLength, targetLength, kernel);
}

function areaWeights(sourceLength: number, targetLength: number): AxisWeights {
  const ratio = sourceLength / targetLength;
  const taps = Math.ceil(ratio) + 1;
  const axis = emptyAxis(targetLength, taps);
  for (let target = 0; target < targetLength; target += 1) {
    const start = target * ratio;
    const end = Math.min(start + ratio, sourceLength);
    const first = Math.floor(start);
    for (let tap = 0; tap < taps; tap += 1) {
      const source = first + tap;
      const overlap = Math.max(0, Math.min(source + 1, end) - Math.max(source, start));
      axis.sources[target * taps + tap] = Math.min(source, sourceLength - 1);
      axis.weights[target * taps + tap] = overlap / (end - start);
    }
  }
  return axis;
}

function interpolationWeights(sourceLength: number, targetLength: number, kernel: EnlargeKernel): AxisWeights {
  const ratio = sourceLength / targetLength;
  const taps = kernel === "linear" ? 2 : 4;
  const weigh = kernel === "linear" ? tent : keysCubic;
  const axis = emptyAxis(targetLength, taps);
  for (let target = 0; target < targetLength; target += 1) {
    const centre = (target + 0.5) * ratio - 0.5;
    const first = Math.floor(centre) - (taps / 2 - 1);
    for (let tap = 0; tap < taps; tap += 1) {
      const source = first + tap;
      axis.sources[target * taps + tap] = Math.min(Math.max(source, 0), sourceLength - 1);
      axis.weights[target * taps + tap] = weigh(Math.abs(source - centre));
    }
  }
  return axis;
}

function emptyAxis(targetLength: number, taps: number): AxisWeights {
  return { taps, sources: new Int32Array(targetLength * taps), weights: new Float32Array(targetLength * taps) };
}

const tent = (distance: number) => Math.max(0, 1 - distance);

function keysCubic(distance: number): number {
  if (distance < 1) return (1.5 * distance - 2.5) * distance * distance + 1;
  if (distance < 2) return ((-0.5 * distance + 2.5) * distance - 4) * distance + 2;
  return 0;
}
