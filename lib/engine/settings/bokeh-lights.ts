import { type FloatImage, floatImage } from "../math/float-image.ts";
import { valueNoise } from "../math/noise.ts";
import { seededRandom } from "../math/random.ts";
import { clamp } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";

/** A disc with a brighter rim, clipped towards the picture's edge as real lenses do; light is added. */
export function addBokehDisc(
  image: FloatImage,
  cx: number,
  cy: number,
  radius: number,
  color: Vec3,
  light: number,
  seed: number,
): void {
  const { width, height, data } = image;
  const catX = -((cx - width / 2) / width) * radius * 0.75;
  const catY = -((cy - height / 2) / height) * radius * 0.75;
  for (let y = Math.max(0, Math.floor(cy - radius - 1)); y <= Math.min(height - 1, cy + radius + 1); y++) {
    for (let x = Math.max(0, Math.floor(cx - radius - 1)); x <= Math.min(width - 1, cx + radius + 1); x++) {
      const dx = x - cx;
      const dy = y - cy;
      const out = Math.max(Math.sqrt(dx * dx + dy * dy), Math.sqrt((dx - catX) ** 2 + (dy - catY) ** 2) * 0.93);
      const cover = clamp((radius - out) / 1.6);
      if (cover <= 0) continue;
      const shade = 0.72 + 0.42 * clamp(out / radius) ** 5 + 0.08 * (valueNoise(x * 0.25 + seed * 7, y * 0.25) - 0.5);
      const i = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) (data[i + c] as number) += (color[c] as number) * light * cover * shade;
    }
  }
}

export interface BokehView {
  readonly ground: Vec3;
  /** Light around the horizon. */
  readonly glow: Vec3;
  readonly lamps: readonly Vec3[];
  readonly horizon: number;
}

/** Strings of small lights all over a dark ground, out of focus; linear HDR. */
export function bokehLights(width: number, height: number, seed: number, view: BokehView): FloatImage {
  const random = seededRandom(seed);
  const image = floatImage(width, height, 3);
  const unit = Math.max(width, height) / 1024;
  for (let y = 0; y < height; y++) {
    const near = Math.exp(-(((y / height - view.horizon) * 2.2) ** 2));
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 3;
      const middle = near * (0.6 + 0.4 * Math.exp(-(((x / width - 0.5) * 2.4) ** 2)));
      for (let c = 0; c < 3; c++) image.data[i + c] = (view.ground[c] as number) + (view.glow[c] as number) * middle;
    }
  }
  for (let k = 0; k < 120; k++) {
    const depth = random();
    const radius = unit * (9 + 26 * depth) * (0.8 + 0.4 * random());
    const lamp = view.lamps[Math.floor(random() * view.lamps.length)] ?? [1, 0.8, 0.5];
    addBokehDisc(
      image,
      random() * width,
      height * (random() * 0.85 - 0.05),
      radius,
      lamp,
      (1.3 - depth) * (0.35 + 1.5 * random() ** 2),
      k,
    );
  }
  return image;
}
