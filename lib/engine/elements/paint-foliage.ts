import { oklch } from "../math/color.ts";
import { gradientNoise, hash2, valueFbm } from "../math/noise.ts";
import { smoothstep } from "../math/scalar.ts";
import { mixed, type Vec3 } from "../math/vector.ts";
import { inflated } from "./inflate.ts";
import { emptySurface, type PaintInput, type Surface, setAlbedo } from "./surface.ts";
import { tone } from "./thing.ts";

const TWIG: Vec3 = oklch(0.45, 0.06, 60);

/** Leaves with a midrib and side veins along each region's axis; long thin regions are twigs. */
export function paintFoliage({ layer, regions, facts, thing, seed }: PaintInput): Surface {
  const { width, height } = layer;
  const surface = emptySurface(width, height, inflated(layer, { parts: 0.34, whole: 0.25 }));
  const size = Math.max(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const label = regions.labels[i] as number;
      const fact = facts[label];
      if (label === 0 || !fact) continue;
      const own = hash2(label * 13 + seed, 5) - 0.5;
      if (fact.elongation > 6 || (fact.elongation > 4 && fact.breadth < size * 0.008)) {
        setAlbedo(surface, i, TWIG, 0.8 + 0.5 * Math.abs(gradientNoise(x * 0.1, y * 0.3)));
        surface.gloss.data[i] = 0.05;
        continue;
      }
      const u = ((x - fact.x) * fact.axisX + (y - fact.y) * fact.axisY) / (2 * fact.length);
      const v = (-(x - fact.x) * fact.axisY + (y - fact.y) * fact.axisX) / (2 * fact.breadth);
      const rib = fact.elongation > 1.35 ? Math.exp(-v * v * 260) : 0;
      const slant = Math.sin((u * 1.1 - Math.abs(v) * 0.35) * 34) ** 8 * smoothstep(0.02, 0.2, Math.abs(v));
      const mottle = valueFbm(x * 0.045 + label, y * 0.045, 4) - 0.5;
      const base = tone(thing, 0.05 * own + 0.07 * mottle - 0.03 * u, 1, (own > 0 ? 12 : 26) * own + 12 * mottle);
      const vein = tone(thing, 0.15, 0.8, -16);
      setAlbedo(surface, i, mixed(base, vein, Math.min(1, rib * 0.8 + slant * 0.32)));
      surface.translucency.data[i] = 0.42;
      surface.gloss.data[i] = 0.24;
      surface.polish.data[i] = 0.3;
    }
  }
  return surface;
}
