import { oklch } from "../math/color.ts";
import { nearestMarked } from "../math/nearest-marked.ts";
import { gradientNoise, hash2, valueFbm } from "../math/noise.ts";
import { smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { EdgeLayer } from "./edge-layer.ts";
import { inflated } from "./inflate.ts";
import { INSIDE_ALPHA } from "./regions.ts";
import { emptySurface, type PaintInput, type Surface, setAlbedo } from "./surface.ts";
import { tone } from "./thing.ts";

const BARK: Vec3 = oklch(0.4, 0.045, 58);
/** Length of a leaf as a share of the larger side. */
const LEAF_SHARE = 0.026;
/** At the outline only the backs of leaves are there, not what lies between them. */
const RIM_LEAF = 0.55;
/** Rows narrower than this share of the crown, at the bottom, are the trunk. */
const TRUNK_WIDTH = 0.42;

/** A crown of leaves that lie over one another and stand out over its outline, and a trunk where the form is narrow below. */
export function paintTree({ layer, regions, facts, thing, seed }: PaintInput): Surface {
  const { width, height } = layer;
  const size = Math.max(width, height);
  const surface = emptySurface(width, height, inflated(layer, { parts: 0.3, whole: 0.35 }));
  const trunkTop = trunkFrom(layer);
  const depth = nearestMarked((i) => regions.labels[i] === 0, width, height)?.distance;
  const leafPx = Math.max(4, LEAF_SHARE * size);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const fact = facts[regions.labels[i] as number];
      if (regions.labels[i] === 0 || !fact) continue;
      if (y > trunkTop || (fact.elongation > 4 && fact.y > 0.5 * height)) {
        const groove = gradientNoise(x * 0.16 + gradientNoise(x * 0.03, y * 0.02) * 2, y * 0.022);
        setAlbedo(surface, i, BARK, 0.85 + 0.45 * groove);
        (surface.height.data[i] as number) += groove * 1.4;
        surface.gloss.data[i] = 0.04;
        continue;
      }
      const { own, rise } = leafAt(x, y, leafPx, seed);
      const bough = valueFbm(x / (leafPx * 3.2) + (seed % 23), y / (leafPx * 3.2), 3) - 0.5;
      setAlbedo(
        surface,
        i,
        tone(thing, 0.08 * (own - 0.5) + 0.16 * bough, 1, 14 * (own - 0.5) - 8 * bough),
        0.5 + 0.52 * rise,
      );
      (surface.height.data[i] as number) += leafPx * (0.34 * rise + 1.9 * bough);
      surface.translucency.data[i] = 0.4;
      surface.gloss.data[i] = 0.16;
      surface.polish.data[i] = 0.3;
      const inward = (depth?.[i] ?? leafPx) / leafPx;
      surface.opacity.data[i] = smoothstep(0.3, 1.3, inward + (rise > RIM_LEAF ? 1 : 0));
    }
  }
  return surface;
}

/** The row below which a form stays narrow; below all rows where it has no trunk. */
function trunkFrom({ width, height, alpha }: EdgeLayer): number {
  const breadth = Array.from({ length: height }, (_, y) => {
    let covered = 0;
    for (let x = 0; x < width; x++) if ((alpha.data[y * width + x] as number) > INSIDE_ALPHA) covered++;
    return covered;
  });
  const widest = Math.max(...breadth);
  const last = breadth.findLastIndex((row) => row > TRUNK_WIDTH * widest);
  return last > 0.3 * height ? last : height;
}

/** The topmost leaf over a point: a number of its own, how high its surface is there (0 to 1). */
function leafAt(x: number, y: number, leafPx: number, seed: number): { own: number; rise: number } {
  const cx = Math.floor(x / leafPx);
  const cy = Math.floor(y / leafPx);
  let own = 0;
  let rise = 0.12;
  let top = -1;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      for (let layerOf = 0; layerOf < 2; layerOf++) {
        const gx = cx + dx;
        const gy = cy + dy;
        const key = hash2(gx * 2 + layerOf + seed, gy);
        if (key <= top) continue;
        const px = x - (gx + hash2(gx + 91, gy * 2 + layerOf)) * leafPx;
        const py = y - (gy + hash2(gx * 2 + layerOf, gy + 57)) * leafPx;
        const turn = hash2(gx + 17, gy * 3 + layerOf + 5) * Math.PI * 2;
        const u = (px * Math.cos(turn) + py * Math.sin(turn)) / (0.85 * leafPx);
        const v = (-px * Math.sin(turn) + py * Math.cos(turn)) / (0.42 * leafPx);
        const out = u * u + Math.abs(v) * (0.6 + 0.4 * Math.abs(v));
        if (out > 1) continue;
        top = key;
        own = hash2(gx * 5 + layerOf, gy * 7);
        rise = 0.35 + 0.65 * (1 - out) * (0.5 + 0.5 * key) + 0.12 * u;
      }
    }
  }
  return { own, rise };
}
