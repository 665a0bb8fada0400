import { oklch } from "../math/color.ts";
import { nearestMarked } from "../math/nearest-marked.ts";
import { valueFbm } from "../math/noise.ts";
import { clamp, smoothstep } from "../math/scalar.ts";
import { mixed, type Vec3 } from "../math/vector.ts";
import { inflated } from "./inflate.ts";
import type { RegionFacts } from "./region-facts.ts";
import { emptySurface, type PaintInput, type Surface, setAlbedo } from "./surface.ts";
import { tone } from "./thing.ts";

const WHITE_HOT: Vec3 = [1, 0.93, 0.72];
const WICK: Vec3 = oklch(0.22, 0.01, 60);
const FIRE: readonly Vec3[] = [oklch(0.5, 0.19, 30), oklch(0.74, 0.18, 55), oklch(0.92, 0.15, 92)];

/** Things that shine of themselves: gas in tubes, flames, and a candle below its flame. */
export function paintGlow({ layer, regions, facts, thing, seed }: PaintInput): Surface {
  const { width, height } = layer;
  const size = Math.max(width, height);
  const surface = emptySurface(width, height, inflated(layer, { parts: 0.35, whole: 0.3 }));
  const depth = nearestMarked((i) => regions.labels[i] === 0, width, height)?.distance;
  const deepest = depthOf(regions.labels, depth, facts.length);
  const roles = facts.map((fact) => (thing.kind === "candle" ? candlePart(fact, height) : thing.kind));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const label = regions.labels[i] as number;
      const fact = facts[label];
      if (label === 0 || !fact) continue;
      const inward = (depth?.[i] ?? 0) / Math.max(1, deepest[label] as number);
      switch (roles[label]) {
        case "neon": {
          const core = smoothstep(0.35, 0.85, inward);
          setAlbedo(surface, i, mixed(tone(thing, 0.02, 1.15), [1, 1, 1], 0.75 * core));
          surface.emission.data[i] = 0.75 + 0.7 * core;
          surface.gloss.data[i] = 0.3;
          surface.polish.data[i] = 0.8;
          break;
        }
        case "flame": {
          const down = (y - fact.top) / Math.max(1, fact.bottom - fact.top);
          const lick = 0.35 * (valueFbm((x / size) * 9, (y / size) * 4 + (seed % 11), 3) - 0.5);
          const heat = clamp(inward * (0.55 + 0.6 * down) + lick);
          const [outer, middle, inner] = FIRE as [Vec3, Vec3, Vec3];
          const fire = mixed(mixed(outer, middle, smoothstep(0, 0.35, heat)), inner, smoothstep(0.35, 0.75, heat));
          setAlbedo(surface, i, mixed(fire, WHITE_HOT, smoothstep(0.8, 1, heat)));
          surface.emission.data[i] = 0.9 + 0.9 * heat;
          surface.opacity.data[i] = smoothstep(-0.05, 0.3, heat + 0.1);
          break;
        }
        case "wick":
          setAlbedo(surface, i, WICK);
          break;
        default: {
          // Wax lets the flame's light down into it.
          const lit = Math.exp((-3 * (y - fact.top)) / Math.max(1, fact.bottom - fact.top));
          setAlbedo(surface, i, mixed(tone(thing), tone(thing, 0.02, 2.2, -12), 0.7 * lit));
          surface.emission.data[i] = 0.3 * lit;
          surface.translucency.data[i] = 0.5;
          surface.gloss.data[i] = 0.35;
          surface.polish.data[i] = 0.45;
        }
      }
    }
  }
  return surface;
}

type CandlePart = "flame" | "wick" | "wax";

function candlePart(fact: RegionFacts, height: number): CandlePart {
  if (fact.y > 0.42 * height || fact.share > 0.3) return "wax";
  if (fact.share < 0.008) return "wick";
  return fact.bottom - fact.top > 0.9 * (fact.right - fact.left) ? "flame" : "wax";
}

/** By region: how deep it is. */
function depthOf(labels: Int32Array, depth: Float32Array | undefined, count: number): Float32Array {
  const deepest = new Float32Array(count);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    deepest[label] = Math.max(deepest[label] as number, depth?.[i] ?? 0);
  }
  return deepest;
}
