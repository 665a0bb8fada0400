import { blurred } from "../math/blur.ts";
import { linearToSrgb, luminance, type RgbOut } from "../math/color.ts";
import { type FloatImage, floatImage, resized, sampleBilinear } from "../math/float-image.ts";
import { hash2 } from "../math/noise.ts";
import { clamp, smoothstep } from "../math/scalar.ts";
import { type ToneMap, toneMapOf } from "./tone-map.ts";

/** How the linear picture becomes a photograph. */
export interface Look {
  readonly toneMap: ToneMap;
  readonly exposure: number;
  /** Geometric mean luminance that the background is exposed to (within half and twice `exposure`); absent: as is. */
  readonly targetLuminance?: number;
  /** Exposed level that the brighter seventh of the background must not pass; default 1.05. High-key rooms allow more. */
  readonly brightLimit?: number | undefined;
  /** -1 (cold) to 1 (warm); default 0. */
  readonly warmth?: number;
  /** Share of light that is spread, 0 to 0.2. */
  readonly bloom: number;
  readonly vignette: number;
  readonly grain: number;
  readonly contrast: number;
  readonly saturation: number;
}

const SRGB_STEPS = 4096;
/** sRGB by square root of linear light: fine where the curve is steep. */
const SRGB_OF_ROOT = Float32Array.from({ length: SRGB_STEPS + 1 }, (_, i) => linearToSrgb((i / SRGB_STEPS) ** 2));

export function encodedSrgb(linear: number): number {
  if (!(linear > 0)) return 0;
  if (linear >= 1) return 1;
  return SRGB_OF_ROOT[(Math.sqrt(linear) * SRGB_STEPS + 0.5) | 0] as number;
}

/** Bright surfaces (this share of the picture is darker) must keep their drawing. */
const BRIGHT_QUANTILE = 0.86;
const BRIGHT_LIMIT = 1.05;

/** The exposure that brings the part of the picture outside the subject to the look's target. */
export function exposureFor(look: Look, picture: FloatImage, subjectAlpha: (pixel: number) => number): number {
  if (look.targetLuminance === undefined) return look.exposure;
  const levels: number[] = [];
  let sum = 0;
  const { data, width, height } = picture;
  for (let i = 0; i < width * height; i += 7) {
    if (subjectAlpha(i) > 10) continue;
    const level = luminance(data[i * 3] as number, data[i * 3 + 1] as number, data[i * 3 + 2] as number);
    sum += Math.log(level + 0.003);
    levels.push(level);
  }
  if (levels.length === 0) return look.exposure;
  levels.sort((a, b) => a - b);
  const bright = levels[Math.floor(levels.length * BRIGHT_QUANTILE)] as number;
  const wanted = look.targetLuminance / Math.exp(sum / levels.length);
  return clamp(
    Math.min(wanted, (look.brightLimit ?? BRIGHT_LIMIT) / (bright + 1e-3)),
    look.exposure * 0.4,
    look.exposure * 2.4,
  );
}

/** Bloom, vignette, tone map, contrast, saturation and grain; sRGB bytes, three a pixel. */
export function finished(picture: FloatImage, look: Look, exposure: number, seed: number): Uint8Array {
  const { width, height, data } = picture;
  const bytes = new Uint8Array(width * height * 3);
  const glow = look.bloom > 0 ? glowOf(picture) : null;
  const toneMap = toneMapOf(look.toneMap);
  const out: RgbOut = new Float64Array(3);
  const warm = look.warmth ?? 0;
  const balance = [1 + 0.075 * warm, 1 + 0.01 * warm, 1 - 0.11 * warm] as const;
  const grainX = seed % 7919;
  const grainY = seed % 104729;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 3;
      let r = data[i] as number;
      let g = data[i + 1] as number;
      let b = data[i + 2] as number;
      if (glow) {
        const gx = ((x + 0.5) * glow.width) / width - 0.5;
        const gy = ((y + 0.5) * glow.height) / height - 0.5;
        r += (sampleBilinear(glow, gx, gy, 0) - r) * look.bloom;
        g += (sampleBilinear(glow, gx, gy, 1) - g) * look.bloom;
        b += (sampleBilinear(glow, gx, gy, 2) - b) * look.bloom;
      }
      const dx = x / width - 0.5;
      const dy = y / height - 0.5;
      const light = exposure * (1 - look.vignette * smoothstep(0.2, 0.75, Math.sqrt(dx * dx + dy * dy) * 1.05) * 2);
      toneMap(r * light * balance[0], g * light * balance[1], b * light * balance[2], out);
      r = sCurve(encodedSrgb(out[0] as number), look.contrast);
      g = sCurve(encodedSrgb(out[1] as number), look.contrast);
      b = sCurve(encodedSrgb(out[2] as number), look.contrast);
      const grey = luminance(r, g, b);
      const noise = hash2(x + grainX, y) + hash2(x, y + grainY) + hash2(x + 31, y + 77 + grainX) - 1.5;
      const grain = noise * look.grain * (1.1 - 0.6 * grey) * 1.6;
      bytes[i] = clamp(grey + (r - grey) * look.saturation + grain) * 255 + 0.5;
      bytes[i + 1] = clamp(grey + (g - grey) * look.saturation + grain) * 255 + 0.5;
      bytes[i + 2] = clamp(grey + (b - grey) * look.saturation + grain) * 255 + 0.5;
    }
  }
  return bytes;
}

/** An S-curve around middle grey; 1 leaves the value. */
export function sCurve(value: number, contrast: number): number {
  const t = value - 0.5;
  return clamp(0.5 + t * contrast - (contrast - 1) * t * t * t * 4);
}

/** A narrow and a wide halo at a quarter of the size, highlights capped. */
function glowOf(picture: FloatImage): FloatImage {
  const small = resized(picture, Math.max(1, picture.width >> 2), Math.max(1, picture.height >> 2));
  for (let i = 0; i < small.data.length; i++) small.data[i] = Math.min(small.data[i] as number, 12);
  const narrow = blurred(small, small.width * 0.012);
  const wide = blurred(small, small.width * 0.05);
  const glow = floatImage(small.width, small.height, 3);
  for (let i = 0; i < glow.data.length; i++)
    glow.data[i] = 0.6 * (narrow.data[i] as number) + 0.4 * (wide.data[i] as number);
  return glow;
}
