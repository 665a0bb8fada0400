import { invariant } from "#lib/base/assert.ts";
import type { Vec3 } from "./vector.ts";

/** Linear light (or any field) as interleaved 32-bit floats, rows top to bottom. */
export interface FloatImage {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Float32Array;
}

export function floatImage(width: number, height: number, channels: number, data?: Float32Array): FloatImage {
  invariant(width > 0 && height > 0, `positive image size, got ${width} x ${height}`);
  return { width, height, channels, data: data ?? new Float32Array(width * height * channels) };
}

/** One NaN floods a picture through the running sums of a blur: every stage ends with this. */
export function assertFinite(image: FloatImage, stage: string): void {
  const { data } = image;
  // A sum is NaN or infinite when any term is; sums of finite floats cannot overflow a double here.
  let sum = 0;
  for (let i = 0; i < data.length; i++) sum += data[i] as number;
  invariant(Number.isFinite(sum), `finite values after ${stage}`);
}

/** Bilinear at pixel coordinates (0 is the centre of the first pixel), borders repeated. */
export function sampleBilinear(image: FloatImage, x: number, y: number, channel: number): number {
  const { width, height, channels, data } = image;
  const sx = x < 0 ? 0 : x > width - 1 ? width - 1 : x;
  const sy = y < 0 ? 0 : y > height - 1 ? height - 1 : y;
  const ix = sx | 0;
  const iy = sy | 0;
  const fx = sx - ix;
  const fy = sy - iy;
  const right = ix + 1 < width ? channels : 0;
  const down = iy + 1 < height ? width * channels : 0;
  const o = (iy * width + ix) * channels + channel;
  const top = (data[o] as number) + ((data[o + right] as number) - (data[o] as number)) * fx;
  const bottom = (data[o + down] as number) + ((data[o + down + right] as number) - (data[o + down] as number)) * fx;
  return top + (bottom - top) * fy;
}

/** Box-averages by two while the source is at least twice the target, then bilinear. */
export function resized(image: FloatImage, width: number, height: number): FloatImage {
  let source = image;
  while (source.width >= 2 * width && source.height >= 2 * height) source = halved(source);
  const out = floatImage(width, height, image.channels);
  let o = 0;
  for (let y = 0; y < height; y++) {
    const sy = ((y + 0.5) * source.height) / height - 0.5;
    for (let x = 0; x < width; x++) {
      const sx = ((x + 0.5) * source.width) / width - 0.5;
      for (let c = 0; c < image.channels; c++) out.data[o++] = sampleBilinear(source, sx, sy, c);
    }
  }
  return out;
}

export function halved({ width, height, channels, data }: FloatImage): FloatImage {
  const w = Math.max(1, width >> 1);
  const h = Math.max(1, height >> 1);
  const out = floatImage(w, h, channels);
  const right = width > 1 ? channels : 0;
  const down = height > 1 ? width * channels : 0;
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      for (let c = 0; c < channels; c++) {
        const i = (2 * y * width + 2 * x) * channels + c;
        const sum =
          (data[i] as number) +
          (data[i + right] as number) +
          (data[i + down] as number) +
          (data[i + down + right] as number);
        out.data[(y * w + x) * channels + c] = sum / 4;
      }
    }
  }
  return out;
}

/** Mean of three channels; a value above `most` counts as that. */
export function meanColor({ data }: FloatImage, most = Number.POSITIVE_INFINITY): Vec3 {
  const sum: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < data.length; i++) (sum[i % 3] as number) += Math.min(most, data[i] as number);
  const pixels = data.length / 3;
  return [sum[0] / pixels, sum[1] / pixels, sum[2] / pixels];
}
