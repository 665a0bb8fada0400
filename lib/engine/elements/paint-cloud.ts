import { blurred } from "../math/blur.ts";
import { nearestMarked } from "../math/nearest-marked.ts";
import { gradientNoise, valueFbm } from "../math/noise.ts";
import { smoothstep } from "../math/scalar.ts";
import { inflated } from "./inflate.ts";
import { emptySurface, type PaintInput, type Surface, setAlbedo } from "./surface.ts";
import { tone } from "./thing.ts";

/** The rim dissolves over this share of the larger side. */
const RIM_SHARE = 0.05;
const OCTAVES = 3;

/** Vapour: billows on billows, light through them, and a rim that frays. */
export function paintCloud({ layer, regions, thing, seed }: PaintInput): Surface {
  const { width, height } = layer;
  const size = Math.max(width, height);
  const surface = emptySurface(width, height, inflated(layer, { parts: 0.12, whole: 0.42 }));
  const depth = nearestMarked((i) => regions.labels[i] === 0, width, height)?.distance;
  const rim = RIM_SHARE * size;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (regions.labels[i] === 0) continue;
      const u = (x / size) * 3.4 + (seed % 29);
      const v = (y / size) * 3.4;
      const billow = billows(u + 0.3 * gradientNoise(u, v), v + 0.3 * gradientNoise(v, u + 7));
      setAlbedo(surface, i, tone(thing, -0.02 * (1 - billow)), 0.97);
      (surface.height.data[i] as number) += size * 0.03 * billow;
      surface.translucency.data[i] = 0.75;
      const frayed = (depth?.[i] ?? rim) / rim + 0.9 * (valueFbm(u * 5, v * 5, 4) - 0.55);
      surface.opacity.data[i] = 0.96 * smoothstep(0.02, 0.75, frayed);
    }
  }
  surface.height.data.set(blurred(surface.height, size * 0.007).data);
  return surface;
}

/** Round heads with creases between them, 0 to about 1. */
function billows(u: number, v: number): number {
  let sum = 0;
  let share = 0.5;
  for (let octave = 0; octave < OCTAVES; octave++) {
    sum += share * Math.min(1, 1.6 * Math.abs(gradientNoise(u * 2 ** octave + octave * 5.3, v * 2 ** octave)));
    share *= 0.52;
  }
  return sum;
}
