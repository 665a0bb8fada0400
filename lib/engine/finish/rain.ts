import type { FloatImage } from "../math/float-image.ts";
import { seededRandom } from "../math/random.ts";
import { smoothstep } from "../math/scalar.ts";

/** Streaks in v2 and v3 of a 1024 px picture. */
const COUNT = [150, 420] as const;
/** Sideways per downwards. */
const SLANT = 0.12;

/** Falling rain: thin bright streaks, the nearer the longer, broader and fainter. Light is added; in place. */
export function addRain({ width, height, data }: FloatImage, exposure: number, fine: boolean, seed: number): void {
  const random = seededRandom(seed ^ 0x3a17);
  const unit = Math.max(width, height) / 1024;
  for (let k = 0; k < COUNT[fine ? 1 : 0]; k++) {
    const near = random() ** 2.5;
    const long = (16 + 90 * near) * unit;
    const half = Math.max(0.55, (0.7 + 1.6 * near) * unit);
    const light = ((0.1 + 0.16 * random()) * (1 - 0.6 * near)) / exposure;
    const x0 = random() * width * 1.2 - 0.1 * width;
    const y0 = random() * (height + long) - long;
    for (let y = Math.max(0, Math.ceil(y0)); y < Math.min(height, y0 + long); y++) {
      const t = (y - y0) / long;
      const centre = x0 + SLANT * (y - y0);
      const strength = light * Math.sin(Math.PI * t);
      for (let x = Math.max(0, Math.ceil(centre - half - 1)); x <= Math.min(width - 1, centre + half + 1); x++) {
        const cover = smoothstep(half + 0.8, half - 0.4, Math.abs(x - centre)) * strength;
        const o = (y * width + x) * 3;
        for (let c = 0; c < 3; c++) (data[o + c] as number) += cover * (0.94 + 0.04 * c);
      }
    }
  }
}
