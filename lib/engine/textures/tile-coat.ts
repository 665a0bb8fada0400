import { hash2, valueNoise } from "../math/noise.ts";
import { clamp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { Coat } from "./coat.ts";

export interface Tiling {
  /** World units. */
  readonly width: number;
  readonly height: number;
  /** Share of a tile's width that each course is moved by: 0 a grid, 0.5 a running bond. */
  readonly offset: number;
}

const GROUT_WIDTH = 0.009;
const GROUT: Vec3 = [0.62, 0.6, 0.57];

/** Handmade glazed tiles: each with its own tone and a slightly different tilt, so that they catch the light one by one. */
export function tileCoat(color: Vec3, { width, height, offset }: Tiling, seed: number): Coat {
  const shift = (seed % 41) + 0.37;
  const place = (a: number, b: number) => {
    const row = Math.floor(b / height);
    const along = (a + shift) / width + row * offset;
    const column = Math.floor(along);
    const u = (along - column) * width;
    const v = b - row * height;
    const rim = Math.min(u, width - u, v, height - v);
    return { row, column, u, v, rim };
  };
  return {
    material: { reflectance: 0.05, roughness: 0.2 },
    color(a, b, coarse, out) {
      if (coarse) {
        for (let c = 0; c < 3; c++) out[c] = (color[c] as number) * 0.94;
        return;
      }
      const { row, column, rim } = place(a, b);
      const tone = 0.9 + 0.16 * hash2(column + 71, row) + 0.05 * (valueNoise(a * 9, b * 9) - 0.5);
      const pooled = 1 - 0.12 * clamp(1 - rim / 0.03);
      const tile = smoothstep(GROUT_WIDTH * 0.6, GROUT_WIDTH, rim);
      for (let c = 0; c < 3; c++)
        out[c] = (GROUT[c] as number) * (1 - tile) + (color[c] as number) * tone * pooled * tile;
    },
    relief: {
      height(a, b) {
        const { row, column, u, v, rim } = place(a, b);
        const tilt = (hash2(column, row + 13) - 0.5) * 0.07 * u + (hash2(column + 29, row) - 0.5) * 0.07 * v;
        return tilt + 0.006 * smoothstep(0, 0.02, rim) + 0.0016 * valueNoise(a * 26, b * 26);
      },
      step: 0.003,
    },
  };
}
