import { gaussianBlur } from "./gaussian.ts";

/** The 2 x 2 matrix of every pixel that says how much, and in which direction, the channels change there: [[xx, xy], [xy, yy]]. */
export interface StructureTensor {
  xx: Float32Array;
  xy: Float32Array;
  yy: Float32Array;
}

export interface WeightedChannel {
  values: Float32Array;
  weight: number;
}

/**
 * Gradients of several channels joined into one tensor (S. Di Zenzo, "A note on the gradient of a multi-image", 1986), each channel first
 * blurred by `sigma`. Scaled so that a clean step of height 1 gives a largest eigenvalue of 1 on its edge at any sigma.
 */
export function structureTensor(
  channels: readonly WeightedChannel[],
  width: number,
  height: number,
  sigma: number,
): StructureTensor {
  const size = width * height;
  const tensor = { xx: new Float32Array(size), xy: new Float32Array(size), yy: new Float32Array(size) };
  const stepSlope = 1 / (sigma * Math.sqrt(2 * Math.PI));
  for (const { values, weight } of channels) {
    addGradients(tensor, gaussianBlur(values, width, height, sigma), width, height, (weight / stepSlope) ** 2);
  }
  return tensor;
}

/** Central differences; the outermost pixels have no gradient, the border of the picture being no edge. */
function addGradients(
  tensor: StructureTensor,
  blurred: Float32Array,
  width: number,
  height: number,
  gain: number,
): void {
  const quarter = gain / 4;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1, index = y * width + 1; x < width - 1; x += 1, index += 1) {
      const alongX = (blurred[index + 1] as number) - (blurred[index - 1] as number);
      const alongY = (blurred[index + width] as number) - (blurred[index - width] as number);
      tensor.xx[index] = (tensor.xx[index] as number) + quarter * alongX * alongX;
      tensor.xy[index] = (tensor.xy[index] as number) + quarter * alongX * alongY;
      tensor.yy[index] = (tensor.yy[index] as number) + quarter * alongY * alongY;
    }
  }
}

export function blurTensor(
  { xx, xy, yy }: StructureTensor,
  width: number,
  height: number,
  sigma: number,
): StructureTensor {
  return {
    xx: gaussianBlur(xx, width, height, sigma),
    xy: gaussianBlur(xy, width, height, sigma),
    yy: gaussianBlur(yy, width, height, sigma),
  };
}

/** Square root of the larger eigenvalue: the contrast across the strongest direction. */
export function tensorMagnitude({ xx, xy, yy }: StructureTensor): Float32Array {
  const magnitude = new Float32Array(xx.length);
  for (let index = 0; index < magnitude.length; index += 1) {
    const a = xx[index] as number;
    const b = xy[index] as number;
    const c = yy[index] as number;
    magnitude[index] = Math.sqrt((a + c + Math.sqrt((a - c) * (a - c) + 4 * b * b)) / 2);
  }
  return magnitude;
}

/** 1 where everything around changes in one direction (a line, an outline), 0 where in all (fur, grain, foliage). */
export function tensorCoherence({ xx, xy, yy }: StructureTensor): Float32Array {
  const coherence = new Float32Array(xx.length);
  for (let index = 0; index < coherence.length; index += 1) {
    const a = xx[index] as number;
    const b = xy[index] as number;
    const c = yy[index] as number;
    coherence[index] = Math.sqrt((a - c) * (a - c) + 4 * b * b) / (a + c + 1e-9);
  }
  return coherence;
}
