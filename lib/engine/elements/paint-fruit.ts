import { oklch } from "../math/color.ts";
import { gradientNoise, hash2, valueFbm } from "../math/noise.ts";
import { clamp, smoothstep } from "../math/scalar.ts";
import { mixed, type Vec3 } from "../math/vector.ts";
import { inflated } from "./inflate.ts";
import type { RegionFacts } from "./region-facts.ts";
import { emptySurface, type PaintInput, type Surface, setAlbedo } from "./surface.ts";
import { tone } from "./thing.ts";

type Role = "flesh" | "stem" | "leaf" | "seed";

const STEM: Vec3 = oklch(0.42, 0.06, 70);
const LEAF: Vec3 = oklch(0.56, 0.14, 135);
const LEAF_RIB: Vec3 = oklch(0.7, 0.12, 125);
const SEED: Vec3 = oklch(0.82, 0.12, 88);

/** Glossy skin with a blush; what stands above it is stem and leaf, what dots it are seeds. */
export function paintFruit({ layer, regions, facts, thing, seed }: PaintInput): Surface {
  const { width, height } = layer;
  const surface = emptySurface(width, height, inflated(layer, { parts: 0.4, whole: 0.62 }));
  const roles = fruitRoles(facts);
  const pores = thing.name === "orange" || thing.name === "lemon" ? 0.55 : 0.06;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const label = regions.labels[i] as number;
      const fact = facts[label];
      if (label === 0 || !fact) continue;
      surface.gloss.data[i] = 0.75;
      surface.polish.data[i] = 0.6;
      surface.translucency.data[i] = 0.15;
      switch (roles[label]) {
        case "stem":
          setAlbedo(surface, i, STEM, 0.8 + 0.4 * gradientNoise(x * 0.2, y * 0.05));
          surface.gloss.data[i] = 0.1;
          break;
        case "leaf": {
          const v = (-(x - fact.x) * fact.axisY + (y - fact.y) * fact.axisX) / (2 * fact.breadth);
          const shade = 0.85 + 0.3 * valueFbm(x * 0.05, y * 0.05, 3);
          setAlbedo(surface, i, mixed(LEAF, LEAF_RIB, 0.5 * Math.exp(-v * v * 90)), shade);
          surface.gloss.data[i] = 0.25;
          break;
        }
        case "seed":
          setAlbedo(surface, i, SEED);
          surface.gloss.data[i] = 0.4;
          break;
        default: {
          const own = hash2(label * 11 + seed, 3) - 0.5;
          const down = (y - fact.top) / Math.max(1, fact.bottom - fact.top);
          const blush = smoothstep(0.4, 0.75, valueFbm(x * 0.01 + (seed % 17), y * 0.006, 3));
          const ripe = mixed(tone(thing, 0.03 * own), tone(thing, -0.07, 1.05, -6), 0.7 * blush);
          // Paler where the sun did not reach.
          setAlbedo(surface, i, mixed(ripe, tone(thing, 0.07, 0.9, 12), 0.45 * smoothstep(0.3, 0, down)));
          const fleck = gradientNoise(x * 0.3, y * 0.3);
          (surface.height.data[i] as number) += fleck * pores;
        }
      }
    }
  }
  return surface;
}

/** As many parts as large as half the largest are a bunch, in which upper ones are fruit too. */
const BUNCH = 4;

function fruitRoles(facts: readonly RegionFacts[]): Role[] {
  const solid = facts.slice(1).filter(({ area }) => area > 0);
  const body = solid.reduce<RegionFacts | undefined>((a, b) => (!a || b.area > a.area ? b : a), undefined);
  if (!body) return facts.map(() => "flesh");
  const bunch = solid.filter(({ area }) => area > 0.5 * body.area).length >= BUNCH;
  return facts.map((fact) => {
    if (fact === body || fact.area === 0) return "flesh";
    const size = fact.area / body.area;
    if (size < 0.012 && fact.exposed < 0.05) return "seed";
    if (fact.elongation > 3.2 && size < 0.12 && fact.exposed > 0.3) return "stem";
    const above = fact.y < body.y - clamp(0.3 * (body.bottom - body.top), 1, 1e6);
    // Fruit lies above fruit as well, but leaves are long or small.
    const leafy = fact.elongation > 1.5 || size < 0.12;
    return above && !bunch && leafy && size < 0.5 && fact.exposed > 0.15 ? "leaf" : "flesh";
  });
}
