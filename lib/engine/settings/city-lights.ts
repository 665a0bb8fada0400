import { blurred } from "../math/blur.ts";
import { type FloatImage, floatImage, sampleBilinear } from "../math/float-image.ts";
import { seededRandom } from "../math/random.ts";
import type { Vec3 } from "../math/vector.ts";
import { addBokehDisc } from "./bokeh-lights.ts";

interface LampColor {
  readonly color: Vec3;
  readonly warm: number;
  readonly neon: number;
}

/** Lamps of a street at night, and how often each appears in a warm and in a neon one. */
const LAMPS: readonly LampColor[] = [
  { color: [1, 0.62, 0.25], warm: 0.3, neon: 0.1 },
  { color: [1, 0.45, 0.12], warm: 0.22, neon: 0.05 },
  { color: [1, 0.8, 0.5], warm: 0.22, neon: 0.1 },
  { color: [0.25, 0.75, 1], warm: 0.08, neon: 0.28 },
  { color: [1, 0.22, 0.35], warm: 0.08, neon: 0.15 },
  { color: [0.55, 0.35, 1], warm: 0.04, neon: 0.2 },
  { color: [0.2, 1, 0.75], warm: 0.02, neon: 0.07 },
  { color: [1, 0.9, 0.75], warm: 0.04, neon: 0.05 },
];

/** Far, middle and near lights of a 1024 px picture. */
const LAYERS = [
  { count: 150, radiusPx: 13, light: 1.5, spread: 0 },
  { count: 70, radiusPx: 27, light: 0.62, spread: 0.22 },
  { count: 26, radiusPx: 46, light: 0.28, spread: 0.36 },
] as const;

/** A city at night out of focus: soft silhouettes and discs of light, linear HDR. */
export function cityLights(width: number, height: number, horizon: number, seed: number, neon: boolean): FloatImage {
  const random = seededRandom(seed);
  const image = floatImage(width, height, 3);
  const unit = Math.max(width, height) / 1024;
  const skyline = softSkyline(width, height, horizon, random, 9 * unit);
  for (let y = 0; y < height; y++) {
    const glow = Math.exp(-(((y / height - horizon) * 3.2) ** 2));
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) {
        const base = [0.006 + 0.035 * glow, 0.01 + 0.022 * glow, 0.03 + 0.045 * glow][c] as number;
        const sx = ((x + 0.5) * skyline.width) / width - 0.5;
        const sy = ((y + 0.5) * skyline.height) / height - 0.5;
        image.data[i + c] = base + sampleBilinear(skyline, sx, sy, c);
      }
    }
  }
  for (const [depth, layer] of LAYERS.entries()) {
    for (let k = 0; k < layer.count; k++) {
      const x = random() * width;
      const lift = depth === 0 ? -0.02 - 0.34 * random() ** 2 : (random() + random() - 1) * layer.spread - 0.06;
      const radius = unit * layer.radiusPx * (0.75 + 0.5 * random());
      const brightness = layer.light * (0.25 + 1.1 * random() ** 2);
      addBokehDisc(image, x, height * (horizon + lift), radius, pickLamp(random(), neon), brightness, k);
    }
  }
  return image;
}

function pickLamp(chance: number, neon: boolean): Vec3 {
  let left = chance;
  for (const lamp of LAMPS) {
    left -= neon ? lamp.neon : lamp.warm;
    if (left < 0) return lamp.color;
  }
  return LAMPS[0]?.color ?? [1, 0.8, 0.5];
}

function softSkyline(width: number, height: number, horizon: number, random: () => number, blurPx: number): FloatImage {
  const image = floatImage(Math.max(1, width >> 2), Math.max(1, height >> 2), 3);
  for (let b = 0; b < 14; b++) {
    const left = random() * image.width;
    const right = left + image.width * (0.05 + 0.09 * random());
    const top = image.height * (horizon - 0.08 - 0.33 * random() * random());
    const color = [0.01 + 0.02 * random(), 0.013 + 0.015 * random(), 0.03 + 0.03 * random()];
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(image.height, image.height * (horizon + 0.1)); y++) {
      for (let x = Math.floor(left); x < Math.min(image.width, right); x++) {
        const i = (y * image.width + x) * 3;
        for (let c = 0; c < 3; c++) image.data[i + c] = Math.max(image.data[i + c] as number, color[c] as number);
      }
    }
  }
  return blurred(image, blurPx / 4);
}
