import { type FloatImage, floatImage } from "../math/float-image.ts";
import type { GeometryBuffer } from "./geometry-pass.ts";
import { FAR } from "./ray.ts";

const B3_SPLINE = [1 / 16, 1 / 4, 3 / 8, 1 / 4, 1 / 16] as const;

/**
 * A-trous wavelet filter (Dammertz et al. 2010): 5 x 5 taps whose spacing doubles, kept within a surface by normal and
 * plane distance. `range` (first channel) keeps shadow edges; Infinity where there are none to keep.
 */
export function denoised(
  image: FloatImage,
  buffer: GeometryBuffer,
  iterations: number,
  range = Number.POSITIVE_INFINITY,
): FloatImage {
  let source = image;
  for (let k = 0; k < iterations; k++) source = filtered(source, buffer, 1 << k, range);
  return source;
}

function filtered({ width, height, channels, data }: FloatImage, buffer: GeometryBuffer, step: number, range: number) {
  const { depth, normal, position } = buffer;
  const out = floatImage(width, height, channels);
  const ranged = range < Number.POSITIVE_INFINITY;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if ((depth[i] as number) >= FAR) continue;
      const nx = normal[i * 3] as number;
      const ny = normal[i * 3 + 1] as number;
      const nz = normal[i * 3 + 2] as number;
      const px = position[i * 3] as number;
      const py = position[i * 3 + 1] as number;
      const pz = position[i * 3 + 2] as number;
      const own = data[i * channels] as number;
      let total = 0;
      let a = 0;
      let b = 0;
      let c = 0;
      for (let j = -2; j <= 2; j++) {
        const ty = y + j * step;
        if (ty < 0 || ty >= height) continue;
        for (let k = -2; k <= 2; k++) {
          const tx = x + k * step;
          if (tx < 0 || tx >= width) continue;
          const t = ty * width + tx;
          if ((depth[t] as number) >= FAR) continue;
          const along =
            nx * (normal[t * 3] as number) + ny * (normal[t * 3 + 1] as number) + nz * (normal[t * 3 + 2] as number);
          if (along < 0.5) continue;
          const off = Math.abs(
            ((position[t * 3] as number) - px) * nx +
              ((position[t * 3 + 1] as number) - py) * ny +
              ((position[t * 3 + 2] as number) - pz) * nz,
          );
          if (off > 0.1) continue;
          const along2 = along * along;
          const along4 = along2 * along2;
          const along8 = along4 * along4;
          let weight = (B3_SPLINE[j + 2] as number) * (B3_SPLINE[k + 2] as number) * along8 * along8 * (1 - off * 10);
          if (ranged) {
            const difference = ((data[t * channels] as number) - own) / range;
            weight /= 1 + difference * difference * 8;
          }
          total += weight;
          a += weight * (data[t * channels] as number);
          if (channels === 3) {
            b += weight * (data[t * 3 + 1] as number);
            c += weight * (data[t * 3 + 2] as number);
          }
        }
      }
      const share = 1 / total;
      out.data[i * channels] = a * share;
      if (channels === 3) {
        out.data[i * 3 + 1] = b * share;
        out.data[i * 3 + 2] = c * share;
      }
    }
  }
  return out;
}

/** Light sampled on `from` carried to the finer `to`: bilinear, but never across an edge. */
export function upsampledLight(image: FloatImage, from: GeometryBuffer, to: GeometryBuffer): FloatImage {
  const out = floatImage(to.width, to.height, image.channels);
  const ratio = to.scale / from.scale;
  for (let y = 0; y < to.height; y++) {
    for (let x = 0; x < to.width; x++) {
      const i = y * to.width + x;
      if ((to.depth[i] as number) >= FAR) continue;
      const fx = (x + 0.5) * ratio - 0.5;
      const fy = (y + 0.5) * ratio - 0.5;
      const ix = Math.floor(fx);
      const iy = Math.floor(fy);
      let total = 0;
      for (let j = 0; j < 2; j++) {
        for (let k = 0; k < 2; k++) {
          const tx = Math.min(from.width - 1, Math.max(0, ix + k));
          const ty = Math.min(from.height - 1, Math.max(0, iy + j));
          const t = ty * from.width + tx;
          if ((from.depth[t] as number) >= FAR) continue;
          const bilinear = (k ? fx - ix : 1 - fx + ix) * (j ? fy - iy : 1 - fy + iy) + 1e-3;
          const weight = bilinear * sameSurface(to, i, from, t) + 1e-9;
          total += weight;
          for (let c = 0; c < image.channels; c++)
            (out.data[i * image.channels + c] as number) += weight * (image.data[t * image.channels + c] as number);
        }
      }
      if (total > 0) for (let c = 0; c < image.channels; c++) (out.data[i * image.channels + c] as number) /= total;
    }
  }
  return out;
}

function sameSurface(a: GeometryBuffer, i: number, b: GeometryBuffer, t: number): number {
  const nx = a.normal[i * 3] as number;
  const ny = a.normal[i * 3 + 1] as number;
  const nz = a.normal[i * 3 + 2] as number;
  const along = Math.max(
    0,
    nx * (b.normal[t * 3] as number) + ny * (b.normal[t * 3 + 1] as number) + nz * (b.normal[t * 3 + 2] as number),
  );
  const off = Math.abs(
    ((b.position[t * 3] as number) - (a.position[i * 3] as number)) * nx +
      ((b.position[t * 3 + 1] as number) - (a.position[i * 3 + 1] as number)) * ny +
      ((b.position[t * 3 + 2] as number) - (a.position[i * 3 + 2] as number)) * nz,
  );
  const along2 = along * along;
  const along4 = along2 * along2;
  return (along4 * along4 + 1e-5) * Math.exp(-60 * off);
}
