import type { RgbOut } from "../math/color.ts";
import { gradientFbm, hash2, valueFbm } from "../math/noise.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";

/** Stars of one brightness stand in cells of this size, and this share of the cells has one; below 0 only in the Milky Way. */
const MAGNITUDES = [
  { cell: 0.0015, share: -0.42, light: 0.16 },
  { cell: 0.0031, share: 0.34, light: 0.2 },
  { cell: 0.0085, share: 0.4, light: 0.6 },
  { cell: 0.026, share: 0.42, light: 1.5 },
  { cell: 0.075, share: 0.4, light: 3.2 },
] as const;
/** Least angular size of a star in radians: the blur of a lens. */
const SMALLEST = 0.00055;

const CORE: Vec3 = [1, 0.89, 0.83];
const ARM: Vec3 = [0.64, 0.76, 1.05];

/** The starry sky: points of many magnitudes, and the Milky Way as a band of them. */
export class Stars {
  readonly #band: number;
  readonly #side: number;
  readonly #shift: number;
  readonly #sigma: number;
  readonly #brightness: number;
  readonly #points: number;

  /** `band`: how bright the Milky Way is, 0 to 1; it rises on the picture's `side`. `pixel`: angle of one, in radians. */
  constructor({
    seed,
    side,
    band,
    pixel,
    brightness = 1,
  }: {
    seed: number;
    side: number;
    band: number;
    pixel: number;
    brightness?: number;
  }) {
    // A pixel larger than a star makes it larger, and fainter.
    this.#points = brightness * Math.min(1, SMALLEST / (0.5 * pixel));
    this.#brightness = brightness;
    this.#band = band;
    this.#side = side;
    this.#shift = (seed % 401) * 2.3;
    // Cells are laid out in half angles.
    this.#sigma = Math.max(SMALLEST, 0.5 * pixel) / 2;
  }

  /** Adds their light from a direction. */
  add(dx: number, dy: number, dz: number, out: RgbOut): void {
    const u = dx / (dz + 1.05);
    const v = dy / (dz + 1.05);
    const clear = smoothstep(0, 0.09, v);
    const crowd = this.#band > 0 ? this.#milkyWay(u, v, clear, out) : 0;
    for (const [layer, magnitude] of MAGNITUDES.entries()) this.#addStar(u, v, layer, magnitude, crowd, clear, out);
  }

  #addStar(
    u: number,
    v: number,
    layer: number,
    { cell, share, light }: (typeof MAGNITUDES)[number],
    crowd: number,
    clear: number,
    out: RgbOut,
  ): void {
    const x = u / cell;
    const y = v / cell;
    const ix = Math.floor(x);
    const iy = Math.floor(y);
    const kx = ix + layer * 1013 + Math.round(this.#shift * 10);
    const h = hash2(kx, iy);
    const odds = share < 0 ? -share * crowd : share * (0.45 + 0.9 * crowd);
    if (h > odds) return;
    // As many stars are twice as faint as there are: most of them are hardly seen.
    const bright = this.#points * light * (0.08 + 0.92 * hash2(kx + 7, iy + 3) ** 3);
    const sigma = (this.#sigma * (layer === 4 ? 1.35 : 1)) / cell;
    const px = ix + 0.3 + 0.4 * hash2(kx + 71, iy);
    const py = iy + 0.3 + 0.4 * hash2(kx, iy + 37);
    const away = ((x - px) ** 2 + (y - py) ** 2) / (2 * sigma * sigma);
    if (away > 9) return;
    const warm = hash2(kx + 31, iy + 57);
    const glow = bright * Math.exp(-away) * clear;
    (out[0] as number) += glow * (0.72 + 0.4 * warm);
    (out[1] as number) += glow * (0.84 + 0.08 * warm);
    (out[2] as number) += glow * (1.12 - 0.42 * warm);
  }

  /** Adds the band's own light, and answers how crowded the stars are there, 0 to 1. */
  #milkyWay(u: number, v: number, clear: number, out: RgbOut): number {
    const shift = this.#shift;
    const x = u * this.#side;
    // Slanting up from the horizon beside the product.
    const along = 0.5 * x + 0.866 * v;
    const across = 0.866 * x - 0.5 * v - 0.035;
    const bend = across + 0.016 * gradientFbm(along * 7 + shift, across * 7, 3);
    const core = Math.exp(-(((along - 0.16) / 0.16) ** 2));
    const width = 0.054 + 0.034 * core;
    const glow = Math.exp(-((bend / width) ** 2));
    if (glow < 0.002) return 0;
    const cloud = valueFbm(along * 17 + shift, across * 24, 6, 0.58);
    // Dust in shreds along the middle.
    const dust = valueFbm(along * 11 + shift + 40, across * 30 + 0.4 * cloud + 9, 6, 0.6);
    const lane = Math.exp(-(((bend - 0.006 - 0.05 * (dust - 0.5)) / 0.02) ** 2));
    const veiled = clamp(0.95 * lane * smoothstep(0.34, 0.56, dust) + 0.45 * glow * smoothstep(0.54, 0.7, dust));
    const bright =
      this.#band *
      (0.3 * glow + 0.7 * glow * smoothstep(0.22, 0.8, cloud)) *
      (0.5 + 0.8 * core) *
      (1 - 0.8 * veiled) *
      clear;
    const warm = core * glow * (1 - 0.3 * veiled);
    for (let c = 0; c < 3; c++) {
      (out[c] as number) += this.#brightness * 0.19 * bright * lerp(ARM[c] as number, CORE[c] as number, warm);
    }
    // Hydrogen shines red along the dust.
    (out[0] as number) += 0.02 * this.#band * glow * core * smoothstep(0.64, 0.8, cloud) * clear;
    return glow * (1 - 0.75 * veiled);
  }
}
