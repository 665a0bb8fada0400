import type { RgbOut } from "../math/color.ts";
import { seededRandom } from "../math/random.ts";
import { clamp, smoothstep } from "../math/scalar.ts";

interface Trail {
  /** Head, and the way back along the tail, as x / z and y / z. */
  readonly x: number;
  readonly y: number;
  readonly backX: number;
  readonly backY: number;
  readonly bright: number;
}

/** Shooting stars that fall away from one point beyond the upper edge. */
export class Meteors {
  readonly #trails: readonly Trail[];
  readonly #width: number;

  /** `pixel`: angle of one, in radians. */
  constructor({ seed, count, side, pixel }: { seed: number; count: number; side: number; pixel: number }) {
    const random = seededRandom(seed ^ 0x3e70);
    this.#width = Math.max(0.0009, 0.55 * pixel);
    this.#trails = Array.from({ length: count }, (_, i) => {
      const x = side * (i === 0 ? -0.26 + 0.1 * random() : -0.5 + 0.95 * random());
      const y = i === 0 ? 0.2 + 0.06 * random() : 0.12 + 0.26 * random();
      const awayX = x - side * 0.75;
      const awayY = y - 0.95;
      const length = (i === 0 ? 0.17 : 0.05 + 0.09 * random()) / Math.hypot(awayX, awayY);
      return { x, y, backX: -awayX * length, backY: -awayY * length, bright: i === 0 ? 1 : 0.3 + 0.5 * random() };
    });
  }

  /** Adds their light from a direction in front of the camera. */
  add(dx: number, dy: number, dz: number, out: RgbOut): void {
    if (dz < 0.3) return;
    const x = dx / dz;
    const y = dy / dz;
    for (const { x: hx, y: hy, backX, backY, bright } of this.#trails) {
      const along = ((x - hx) * backX + (y - hy) * backY) / (backX * backX + backY * backY);
      if (along < -0.1 || along > 1.05) continue;
      const t = clamp(along);
      const off = Math.hypot(x - hx - t * backX, y - hy - t * backY);
      const width = this.#width * (0.5 + 0.8 * smoothstep(0.5, 0, t));
      const line = Math.exp(-((off / width) ** 2)) * (1 - t) ** 1.6 * smoothstep(-0.01, 0.03, along);
      const halo = 0.05 * Math.exp(-((off / (width * 6)) ** 2)) * (1 - t) ** 2;
      const light = bright * (line * 1.5 + halo);
      (out[0] as number) += light * (0.85 + 0.15 * t);
      (out[1] as number) += light * 0.98;
      (out[2] as number) += light * (1.1 - 0.1 * t);
    }
  }
}
