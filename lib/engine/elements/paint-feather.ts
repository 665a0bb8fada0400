import { gradientNoise } from "../math/noise.ts";
import { clamp, smoothstep } from "../math/scalar.ts";
import { mixed } from "../math/vector.ts";
import { inflated } from "./inflate.ts";
import { regionFacts } from "./region-facts.ts";
import { emptySurface, type PaintInput, type Surface, setAlbedo } from "./surface.ts";
import { tone } from "./thing.ts";

/** Over the length of a feather, times pi. */
const BARBS = 250;

/** One shaft along the whole form, whatever lines are drawn on it, and fine barbs that slant away from it. */
export function paintFeather({ layer, regions, thing, seed }: PaintInput): Surface {
  const { width, height } = layer;
  const size = Math.max(width, height);
  const surface = emptySurface(width, height, inflated(layer, { parts: 0, whole: 0.14 }));
  const [, whole] = regionFacts(layer, { labels: regions.labels.map((label) => Math.min(1, label)), count: 1 });
  if (!whole) return surface;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (regions.labels[i] === 0) continue;
      const u = ((x - whole.x) * whole.axisX + (y - whole.y) * whole.axisY) / size;
      const v = (-(x - whole.x) * whole.axisY + (y - whole.y) * whole.axisX) / size;
      const shaft = Math.exp(-((v / 0.008) ** 2));
      const along = u - 0.75 * Math.abs(v) + 0.006 * gradientNoise(u * 14 + (seed % 9), v * 14);
      const barb = Math.sin(along * BARBS * 2) * (1 - shaft);
      // Here and there barbs part.
      const parted =
        smoothstep(0.42, 0.6, gradientNoise(along * 11, Math.sign(v) * 3)) * smoothstep(0.03, 0.12, Math.abs(v));
      const shade = clamp(0.28 + 0.16 * barb + 0.5 * parted);
      setAlbedo(surface, i, mixed(tone(thing, 0.02), tone(thing, -0.2, 1.7), mixShaft(shade, shaft)));
      (surface.height.data[i] as number) += 0.28 * barb + 2.2 * shaft - 0.8 * parted;
      surface.translucency.data[i] = 0.5;
      surface.gloss.data[i] = 0.08;
      surface.polish.data[i] = 0.2;
    }
  }
  return surface;
}

const mixShaft = (shade: number, shaft: number) => shade * (1 - shaft) + 0.45 * shaft;
