import { blurred } from "../math/blur.ts";
import { floatImage } from "../math/float-image.ts";
import { gradientFbm, gradientNoise } from "../math/noise.ts";
import { inflated } from "./inflate.ts";
import { emptySurface, type PaintInput, type Surface, setAlbedo } from "./surface.ts";
import { tone } from "./thing.ts";

/** Made-up folds across the larger side. */
const FOLDS = 4.2;

/** Cloth that hangs: lines are furrows between folds, softer folds lie between them, and a sheen runs along their backs. */
export function paintFabric({ layer, regions, thing, seed }: PaintInput): Surface {
  const { width, height, crease } = layer;
  const size = Math.max(width, height);
  const surface = emptySurface(width, height, inflated(layer, { parts: 0.12, whole: 0.1 }));
  const furrows = blurred(floatImage(width, height, 1, crease.data.slice()), size * 0.014);
  const drawn = furrows.data.reduce((sum, furrow) => sum + furrow, 0) / furrows.data.length;
  // The fewer folds are drawn, the more are made up.
  const depth = size * (thing.name === "ribbon" ? 0.004 : drawn > 0.04 ? 0.008 : 0.016);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (regions.labels[i] === 0) continue;
      const u = x / size;
      const v = y / size;
      const sway = gradientFbm(u * 1.3 + (seed % 19), v * 0.9, 2) * 0.2 + 0.06 * v;
      const phase = (u + sway) * FOLDS * 2 * Math.PI + 1.6 * gradientNoise(u * 2 + 3, v * 0.8);
      const folds = (0.5 + 0.5 * Math.cos(phase)) ** 1.4;
      const small = 0.5 + 0.5 * Math.cos(phase * 2.3 + 2.4 * gradientNoise(u * 3.1, v * 1.2 + 7));
      (surface.height.data[i] as number) += depth * (folds * 2.6 + small * 0.55);
      (surface.height.data[i] as number) -= size * 0.055 * (furrows.data[i] as number);
      setAlbedo(surface, i, tone(thing, -0.02, 1.08));
      surface.gloss.data[i] = 0.55;
      surface.polish.data[i] = 0.32;
      surface.translucency.data[i] = 0.12;
      surface.mirror.data[i] = 0.1;
    }
  }
  surface.height.data.set(blurred(surface.height, size * 0.007).data);
  return surface;
}
