import { oklch } from "../math/color.ts";
import { nearestMarked } from "../math/nearest-marked.ts";
import { gradientNoise, hash2 } from "../math/noise.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import { mixed, type Vec3 } from "../math/vector.ts";
import type { EdgeLayer } from "./edge-layer.ts";
import { inflated } from "./inflate.ts";
import type { RegionFacts } from "./region-facts.ts";
import { INSIDE_ALPHA } from "./regions.ts";
import { emptySurface, type PaintInput, type Surface, setAlbedo } from "./surface.ts";
import { tone } from "./thing.ts";
import type { Thing } from "./thing-kind.ts";

type Role = "petal" | "centre" | "leaf" | "branch";

const LEAF: Thing = { kind: "foliage", name: "leaf", material: null, lightness: 0.56, chroma: 0.12, hue: 132 };
const BRANCH: Vec3 = oklch(0.42, 0.045, 52);

/** Petals shaded from their blossom's centre outwards, stamens, leaves and twigs. */
export function paintFlower(input: PaintInput): Surface {
  const { layer, regions, facts, thing, seed } = input;
  const { width, height } = layer;
  const surface = emptySurface(width, height, inflated(layer, { parts: 0.6, whole: 0.22 }));
  const isCentre = centreRegions(facts);
  const marked = new Uint8Array(width * height);
  for (let i = 0; i < marked.length; i++) marked[i] = isCentre[regions.labels[i] as number] ? 1 : 0;
  if (HUBBED.has(thing.name)) addHub(marked, layer);
  const field = nearestMarked((i) => marked[i] === 1, width, height);
  const reach = field ? regionReach(regions.labels, field.distance, facts.length) : null;
  const roles = facts.map((fact, label) => roleOf(fact, isCentre[label] ?? false, reach?.[label]));
  const heart = heartColor(thing);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const label = regions.labels[i] as number;
      const fact = facts[label];
      if (label === 0 || !fact) continue;
      const own = hash2(label * 7 + seed, 31) - 0.5;
      switch (marked[i] ? "centre" : roles[label]) {
        case "centre":
          setAlbedo(surface, i, heart, 0.85 + 0.35 * gradientNoise(x * 0.35, y * 0.35) + 0.2 * own);
          surface.gloss.data[i] = 0.15;
          surface.polish.data[i] = 0.3;
          break;
        case "branch":
          setAlbedo(surface, i, BRANCH, 0.85 + 0.4 * Math.abs(gradientNoise(x * 0.09, y * 0.3)));
          surface.gloss.data[i] = 0.06;
          break;
        case "leaf":
          setAlbedo(surface, i, tone(LEAF, 0.06 * own, 1, 30 * own));
          surface.translucency.data[i] = 0.35;
          surface.gloss.data[i] = 0.2;
          surface.polish.data[i] = 0.35;
          break;
        default: {
          let outward = clamp(0.5 + Math.sqrt((x - fact.x) ** 2 + (y - fact.y) ** 2) / (4 * fact.length + 1));
          let vein = 0;
          const range = reach?.[label];
          if (field && range) {
            outward = clamp(((field.distance[i] as number) - range.near) / Math.max(6, range.far - range.near));
            const centre = field.nearest[i] as number;
            const cx = centre % width;
            const angle = Math.atan2(y - (centre - cx) / width, x - cx);
            vein = gradientNoise(angle * 9 + label * 3.7, outward * 1.6) * smoothstep(0.04, 0.3, outward);
          }
          setAlbedo(surface, i, petal(thing, outward, own), 1 + 0.1 * vein);
          surface.translucency.data[i] = 0.5;
          surface.gloss.data[i] = 0.07;
          surface.polish.data[i] = 0.15;
        }
      }
    }
  }
  return surface;
}

/** Flowers that have a cup or a disc in the middle, whether or not a closed line is around it. */
const HUBBED = new Set(["sunflower", "flower"]);
/** Of the distance from the middle to the nearest gap between petals. */
const HUB_REACH = 0.66;

/** Marks the middle of a single flower where what is marked is less than half a disc there. */
function addHub(marked: Uint8Array, { width, height, alpha }: EdgeLayer): void {
  const isOutside = (i: number) => (alpha.data[i] as number) <= INSIDE_ALPHA;
  const field = nearestMarked(isOutside, width, height);
  if (!field) return;
  let sum = 0;
  let sumX = 0;
  let sumY = 0;
  for (let i = 0; i < marked.length; i++) {
    if (isOutside(i)) continue;
    sum++;
    sumX += i % width;
    sumY += Math.floor(i / width);
  }
  const cx = Math.round(sumX / Math.max(1, sum));
  const cy = Math.round(sumY / Math.max(1, sum));
  const reach = HUB_REACH * (field.distance[cy * width + cx] as number);
  const area = marked.reduce((count, mark) => count + mark, 0);
  // A spray of several flowers is mostly gaps around its middle.
  if (Math.PI * reach * reach < 0.04 * sum || area > 0.5 * Math.PI * reach * reach) return;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const angle = Math.atan2(y - cy, x - cx);
      const rim = reach * (1 + 0.05 * Math.sin(angle * 9) + 0.04 * Math.sin(angle * 17 + 1));
      if (Math.hypot(x - cx, y - cy) < rim) marked[y * width + x] = 1;
    }
  }
}

/** Deep at the heart, full in the middle, pale at the tip. */
function petal(thing: Thing, outward: number, own: number): Vec3 {
  const deep = tone(thing, -0.17 + 0.03 * own, 1.5, -6);
  const full = tone(thing, 0.04 * own, 1, 8 * own);
  const pale = tone(thing, 0.07 + 0.03 * own, 0.62, 6);
  return outward < 0.4
    ? mixed(deep, full, smoothstep(0, 0.4, outward))
    : mixed(full, pale, smoothstep(0.4, 1, outward));
}

/** A layer with more large parts than this is a spray of several flowers. */
const SINGLE_FLOWER_PARTS = 12;

/** Small parts that do not reach the outline: stamens, or the disc of a daisy. */
function centreRegions(facts: readonly RegionFacts[]): boolean[] {
  const areas = facts.slice(1).map(({ area }) => area);
  const largest = Math.max(1, ...areas);
  const typical = [...areas].filter((area) => area > largest * 0.1).sort((a, b) => a - b);
  const petalArea = typical[typical.length >> 1] ?? largest;
  const single = typical.length <= SINGLE_FLOWER_PARTS;
  return facts.map(({ area, exposed }, label) => {
    if (label === 0 || area === 0) return false;
    if (area < petalArea * 0.1) return exposed < 0.25;
    // In a spray a petal may lie hidden behind others; only a single flower has a large hidden heart.
    return exposed < 0.05 && area < (single ? largest * 0.6 : petalArea * 0.3);
  });
}

/** Nearest and farthest distance of each region's pixels from a centre. */
function regionReach(labels: Int32Array, distance: Float32Array, count: number): { near: number; far: number }[] {
  const reach = Array.from({ length: count }, () => ({ near: 1e6, far: 0 }));
  for (let i = 0; i < labels.length; i++) {
    const range = reach[labels[i] as number];
    if (!range) continue;
    range.near = Math.min(range.near, distance[i] as number);
    range.far = Math.max(range.far, distance[i] as number);
  }
  return reach;
}

function roleOf(fact: RegionFacts, centre: boolean, reach: { near: number } | undefined): Role {
  if (centre) return "centre";
  if (fact.elongation > 4.5 && fact.exposed > 0.3) return "branch";
  const apart = reach === undefined || reach.near > fact.length * 0.9;
  if (apart && fact.elongation > 1.9 && fact.exposed > 0.35 && fact.share < 0.2) return "leaf";
  return "petal";
}

/** Stamens stand out: yellow in most, dark in red and violet flowers, brown in yellow ones. */
function heartColor({ name, lightness, chroma, hue }: Thing): Vec3 {
  const yellow = chroma > 0.1 && hue > 70 && hue < 115;
  if (yellow) return oklch(0.66, 0.16, 60);
  if (lightness < 0.66 || name === "tulip") return oklch(lerp(0.24, 0.3, hue / 360), 0.04, 320);
  return oklch(0.83, 0.16, 86);
}
