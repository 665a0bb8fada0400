import { blurred } from "../math/blur.ts";
import { luminance } from "../math/color.ts";
import { type FloatImage, floatImage, resized, sampleBilinear } from "../math/float-image.ts";
import { hash2, valueNoise } from "../math/noise.ts";
import { clamp, smoothstep } from "../math/scalar.ts";

/** Where light streams from, as shares of the picture; may lie outside. */
export interface LightShafts {
  readonly x: number;
  readonly y: number;
  /** 0 to 1. */
  readonly strength: number;
  /** Light that falls in beams through leaves overhead: share of the picture's mean; default 0. */
  readonly beams?: number;
}

const COARSE = 4;
const TAPS = 28;
/** Share of the way to the light that a shaft is long. */
const REACH = 0.85;
/** Light counts as a source from this multiple of the picture's mean on. */
const SOURCE_FROM = 1.5;

/** Shafts of light through haze: bright parts smeared away from the light, at a quarter of the size. In place. */
export function addLightShafts(picture: FloatImage, { x, y, strength, beams = 0 }: LightShafts, seed: number): void {
  const small = resized(picture, Math.max(1, (picture.width / COARSE) | 0), Math.max(1, (picture.height / COARSE) | 0));
  const source = brightParts(small);
  const mean = meanOf(small).map((level, c) => level * (WARM[c] as number));
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
      const beam = beams > 0 ? beams * beamAt((px - lightX) / small.width, py / small.height - y + HIGHER, seed) : 0;
      // Most of it in the open air, less before the ground.
      const air = beam * (1 - 0.75 * smoothstep(0.45, 0.9, py / small.height));
      for (let c = 0; c < 3; c++)
        rays.data[o + c] = ((rays.data[o + c] as number) * strength) / total + air * (mean[c] as number);
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

/** Beams come from so much higher than the light, in heights of the picture: nearly parallel, as a sun's are. */
const HIGHER = 0.45;

/** How bright the beam is that a place lies in, seen from the light: 0 to 1, fading on its way. */
function beamAt(dx: number, dy: number, seed: number): number {
  const angle = Math.atan2(dx, dy) + (seed % 97);
  const wide = smoothstep(0.44, 0.92, valueNoise(angle * 17, 3.7));
  const fine = 0.4 + 0.6 * valueNoise(angle * 70, 9.1);
  return wide * fine * smoothstep(1.8, 0.5, Math.hypot(dx, dy));
}

const WARM = [1.25, 1.08, 0.78] as const;

function meanOf({ data }: FloatImage): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < data.length; i += 3)
    for (let c = 0; c < 3; c++) sum[c as 0 | 1 | 2] += Math.min(3, data[i + c] as number);
  const share = 3 / data.length;
  return [sum[0] * share, sum[1] * share, sum[2] * share];
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
