import { blurred } from "../math/blur.ts";
import { luminance } from "../math/color.ts";
import { type FloatImage, floatImage, resized, sampleBilinear } from "../math/float-image.ts";
import { hash2 } from "../math/noise.ts";
import { clamp } from "../math/scalar.ts";

/** Where light streams from, as shares of the picture; may lie outside. */
export interface LightShafts {
  readonly x: number;
  readonly y: number;
  /** 0 to 1. */
  readonly strength: number;
}

const COARSE = 4;
const TAPS = 28;
/** Share of the way to the light that a shaft is long. */
const REACH = 0.85;
/** Light counts as a source from this multiple of the picture's mean on. */
const SOURCE_FROM = 1.5;

/** Shafts of light through haze: bright parts smeared away from the light, at a quarter of the size. In place. */
export function addLightShafts(picture: FloatImage, { x, y, strength }: LightShafts): void {
  const small = resized(picture, Math.max(1, (picture.width / COARSE) | 0), Math.max(1, (picture.height / COARSE) | 0));
  const source = brightParts(small);
  const rays = floatImage(small.width, small.height, 3);
  const lightX = x * small.width;
  const lightY = y * small.height;
  for (let py = 0; py < small.height; py++) {
    for (let px = 0; px < small.width; px++) {
      const stepX = ((lightX - px) * REACH) / TAPS;
      const stepY = ((lightY - py) * REACH) / TAPS;
      const start = hash2(px, py);
      let weight = 1;
      let total = 0;
      const o = (py * small.width + px) * 3;
      for (let tap = 0; tap < TAPS; tap++) {
        const sx = px + stepX * (tap + start);
        const sy = py + stepY * (tap + start);
        total += weight;
        if (sx >= 0 && sy >= 0 && sx < small.width && sy < small.height) {
          for (let c = 0; c < 3; c++) (rays.data[o + c] as number) += weight * sampleBilinear(source, sx, sy, c);
        }
        weight *= 0.965;
      }
      for (let c = 0; c < 3; c++) (rays.data[o + c] as number) *= strength / total;
    }
  }
  const soft = blurred(rays, 1.2);
  for (let py = 0; py < picture.height; py++) {
    for (let px = 0; px < picture.width; px++) {
      const o = (py * picture.width + px) * 3;
      const sx = ((px + 0.5) * soft.width) / picture.width - 0.5;
      const sy = ((py + 0.5) * soft.height) / picture.height - 0.5;
      for (let c = 0; c < 3; c++) (picture.data[o + c] as number) += sampleBilinear(soft, sx, sy, c);
    }
  }
}

function brightParts({ width, height, data }: FloatImage): FloatImage {
  let mean = 0;
  for (let i = 0; i < data.length; i += 3)
    mean += Math.min(4, luminance(data[i] as number, data[i + 1] as number, data[i + 2] as number));
  mean /= data.length / 3;
  const out = floatImage(width, height, 3);
  for (let i = 0; i < data.length; i += 3) {
    const level = luminance(data[i] as number, data[i + 1] as number, data[i + 2] as number);
    const share = clamp((level - SOURCE_FROM * mean) / (2 * mean + 1e-6));
    // One sun must not outshine all else.
    const cap = Math.min(1, (5 * mean) / (level + 1e-6));
    for (let c = 0; c < 3; c++) out.data[i + c] = (data[i + c] as number) * share * cap;
  }
  return out;
}
