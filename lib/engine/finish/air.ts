import type { FloatImage } from "../math/float-image.ts";
import { seededRandom } from "../math/random.ts";
import { smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";

/** What floats in the air before the backdrop. */
export type Air = "motes" | "snowfall" | "flurry" | "sparks" | "gold";

interface Flake {
  readonly count: number;
  /** Radius in pixels of a 1024 px picture: smallest and how much larger. */
  readonly radiusPx: readonly [number, number];
  readonly color: Vec3;
  readonly opacity: number;
  /** Lowest place, as a share of the height. */
  readonly downTo: number;
  /** Width of the edge as a share of the radius. */
  readonly soft: number;
}

const AIR: Record<Air, Flake> = {
  motes: { count: 30, radiusPx: [2, 13], color: [1, 0.86, 0.56], opacity: 0.24, downTo: 0.72, soft: 1.5 },
  snowfall: { count: 420, radiusPx: [1.8, 15], color: [0.95, 0.97, 1], opacity: 0.9, downTo: 1, soft: 0.7 },
  flurry: { count: 170, radiusPx: [1.6, 7], color: [0.95, 0.97, 1], opacity: 0.85, downTo: 1, soft: 0.6 },
  gold: { count: 64, radiusPx: [1.6, 13], color: [1.5, 0.95, 0.36], opacity: 0.5, downTo: 0.86, soft: 0.6 },
  sparks: { count: 40, radiusPx: [2, 26], color: [1, 0.72, 0.4], opacity: 0.2, downTo: 0.7, soft: 0.35 },
};

/** Small discs of light, most of them tiny, in the linear picture; `exposure` is what it will be multiplied with. In place. */
export function addAir(picture: FloatImage, air: Air, exposure: number, seed: number): void {
  const { width, height } = picture;
  const { count, radiusPx, color, opacity, downTo, soft } = AIR[air];
  const random = seededRandom(seed ^ 0x51ed);
  const unit = Math.max(width, height) / 1024;
  for (let k = 0; k < count; k++) {
    const x = random() * width;
    const y = random() * height * downTo;
    const grown = random() ** 3.2;
    const radius = Math.max(0.8, (radiusPx[0] + radiusPx[1] * grown) * unit);
    // The larger, the farther from the focus and the fainter.
    addDisc(
      picture,
      x,
      y,
      radius,
      color,
      (opacity * (0.35 + 0.65 * random()) * (1 - 0.65 * grown)) as number,
      exposure,
      soft,
    );
  }
}

function addDisc(
  { width, height, data }: FloatImage,
  cx: number,
  cy: number,
  radius: number,
  color: Vec3,
  opacity: number,
  exposure: number,
  softness: number,
): void {
  const soft = Math.max(1, radius * softness);
  const reach = radius + soft / 2;
  for (let y = Math.max(0, Math.ceil(cy - reach)); y <= Math.min(height - 1, cy + reach); y++) {
    for (let x = Math.max(0, Math.ceil(cx - reach)); x <= Math.min(width - 1, cx + reach); x++) {
      const cover = smoothstep(reach, reach - soft, Math.hypot(x - cx, y - cy)) * opacity;
      if (cover <= 0) continue;
      const o = (y * width + x) * 3;
      // Light is added and never takes away: over a bright sky flakes vanish, as they do.
      for (let c = 0; c < 3; c++) {
        const own = data[o + c] as number;
        data[o + c] = own + Math.max(0, (color[c] as number) / exposure - own * 0.55) * cover;
      }
    }
  }
}
