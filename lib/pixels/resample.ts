import { axisWeights, type EnlargeKernel } from "./axis-weights.ts";
import { createPixelBuffer, type PixelBuffer } from "./pixel-buffer.ts";

/** Rows top to bottom, no padding; `values.length === width * height`. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** Area average where a side shrinks, interpolation where it grows. */
export function resamplePlane(
  { width, height, values }: Plane,
  targetWidth: number,
  targetHeight: number,
  kernel: EnlargeKernel = "linear",
): Plane {
  const across = axisWeights(width, targetWidth, kernel);
  const rows = new Float32Array(targetWidth * height);
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    for (let x = 0; x < targetWidth; x += 1) {
      let sum = 0;
      for (let tap = x * across.taps, end = tap + across.taps; tap < end; tap += 1) {
        sum += (across.weights[tap] as number) * (values[row + (across.sources[tap] as number)] as number);
      }
      rows[y * targetWidth + x] = sum;
    }
  }
  return {
    width: targetWidth,
    height: targetHeight,
    values: resampleRows(rows, targetWidth, height, targetHeight, kernel),
  };
}

/** Down or up along y for `stride` values per row. */
function resampleRows(
  rows: Float32Array,
  stride: number,
  height: number,
  targetHeight: number,
  kernel: EnlargeKernel,
): Float32Array {
  if (targetHeight === height) return rows;
  const down = axisWeights(height, targetHeight, kernel);
  const result = new Float32Array(stride * targetHeight);
  for (let y = 0; y < targetHeight; y += 1) {
    const target = y * stride;
    for (let tap = y * down.taps, end = tap + down.taps; tap < end; tap += 1) {
      const weight = down.weights[tap] as number;
      if (weight === 0) continue;
      const source = (down.sources[tap] as number) * stride;
      for (let x = 0; x < stride; x += 1) {
        result[target + x] = (result[target + x] as number) + weight * (rows[source + x] as number);
      }
    }
  }
  return result;
}

/**
 * The picture at another size: area average where a side shrinks, bilinear where it grows. Colours are weighed by their alpha, so that
 * what is hidden under full transparency does not bleed into the edges.
 */
export function resizePixels(pixels: PixelBuffer, width: number, height: number): PixelBuffer {
  const { data } = pixels;
  const across = axisWeights(pixels.width, width, "linear");
  const rows = new Float32Array(width * 4 * pixels.height);
  for (let y = 0, out = 0; y < pixels.height; y += 1) {
    const row = y * pixels.width;
    for (let x = 0; x < width; x += 1, out += 4) {
      let red = 0;
      let green = 0;
      let blue = 0;
      let alpha = 0;
      for (let tap = x * across.taps, end = tap + across.taps; tap < end; tap += 1) {
        const source = 4 * (row + (across.sources[tap] as number));
        const weight = (across.weights[tap] as number) * (data[source + 3] as number);
        red += weight * (data[source] as number);
        green += weight * (data[source + 1] as number);
        blue += weight * (data[source + 2] as number);
        alpha += weight;
      }
      rows[out] = red;
      rows[out + 1] = green;
      rows[out + 2] = blue;
      rows[out + 3] = alpha;
    }
  }
  const premultiplied = resampleRows(rows, width * 4, pixels.height, height, "linear");
  const result = createPixelBuffer(width, height);
  for (let index = 0; index < premultiplied.length; index += 4) {
    const alpha = premultiplied[index + 3] as number;
    if (alpha <= 0) continue;
    for (let channel = 0; channel < 3; channel += 1) {
      result.data[index + channel] = Math.round((premultiplied[index + channel] as number) / alpha);
    }
    result.data[index + 3] = Math.round(alpha);
  }
  return result;
}
