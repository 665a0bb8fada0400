import { oklch } from "../math/color.ts";
import { nearestMarked } from "../math/nearest-marked.ts";
import { hash2, valueFbm } from "../math/noise.ts";
import { mixed, type Vec3 } from "../math/vector.ts";
import { furOn } from "./fur.ts";
import { inflated } from "./inflate.ts";
import type { RegionFacts } from "./region-facts.ts";
import { emptySurface, type PaintInput, type Surface, setAlbedo } from "./surface.ts";
import { tone } from "./thing.ts";

type Role = "fur" | "eye" | "muzzle" | "ear" | "tongue";

const EYE: Vec3 = [0.012, 0.009, 0.008];
const TONGUE: Vec3 = oklch(0.62, 0.14, 15);

/** Fur laid over the form; small round parts inside become eyes and nose, the part around the nose a paler muzzle. */
export function paintAnimal({ layer, regions, facts, thing, seed, fine }: PaintInput): Surface {
  const { width, height } = layer;
  const surface = emptySurface(width, height, inflated(layer, { parts: 0.5, whole: 0.5 }));
  const outside = Uint8Array.from(regions.labels, (label) => (label === 0 ? 1 : 0));
  const field = nearestMarked(outside, width, height);
  const roles = animalRoles(facts, (x, y) => field?.distance[Math.round(y) * width + Math.round(x)] ?? 0);
  const fur = furOn(surface.height, fine ? 14 : 9);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const label = regions.labels[i] as number;
      const fact = facts[label];
      if (label === 0 || !fact) continue;
      const role = roles[label] ?? "fur";
      if (role === "eye") {
        setAlbedo(surface, i, EYE);
        surface.gloss.data[i] = 1.6;
        surface.polish.data[i] = 0.9;
        surface.mirror.data[i] = 0.12;
        continue;
      }
      if (role === "tongue") {
        setAlbedo(surface, i, TONGUE);
        surface.gloss.data[i] = 0.4;
        surface.polish.data[i] = 0.5;
        continue;
      }
      const own = hash2(label * 5 + seed, 77) - 0.5;
      const patch = valueFbm(x * 0.012 + (seed % 31), y * 0.012, 3) - 0.5;
      let color = tone(thing, 0.05 * own + 0.1 * patch, 1, 8 * own);
      if (role === "muzzle") color = mixed(color, tone(thing, 0.17, 0.4), 0.8);
      if (role === "ear") color = tone(thing, -0.08 + 0.08 * patch, 1.08, -4);
      const hair = fur.data[i] as number;
      setAlbedo(surface, i, color, Math.max(0.35, 1 + 0.26 * hair));
      (surface.height.data[i] as number) += hair * 0.45;
      surface.gloss.data[i] = 0.05;
      surface.polish.data[i] = 0.1;
      surface.translucency.data[i] = 0.12;
    }
  }
  return surface;
}

/** Parts that do not reach the outline, small and about as wide as high: only they can be eyes or a nose. */
function roundParts(facts: readonly RegionFacts[]): { fact: RegionFacts; label: number }[] {
  return facts.flatMap((fact, label) => {
    const width = fact.right - fact.left + 1;
    const height = fact.bottom - fact.top + 1;
    const filled = fact.area / (width * height);
    const round = filled > 0.6 && Math.max(width, height) < 1.6 * Math.min(width, height);
    return label > 0 && round && fact.exposed < 0.04 && fact.share > 0.0006 && fact.share < 0.016
      ? [{ fact, label }]
      : [];
  });
}

/** Two round parts of a size, side by side and well inside the outline: what lies at the rim is an ear. */
function eyePair(
  parts: readonly RegionFacts[],
  insetAt: (x: number, y: number) => number,
): [RegionFacts, RegionFacts] | null {
  let best: [RegionFacts, RegionFacts] | null = null;
  let bestScore = 0.6;
  for (const a of parts) {
    for (const b of parts) {
      if (a.x >= b.x) continue;
      const gap = b.x - a.x;
      const apart = gap / (2 * (a.breadth + b.breadth));
      const tilt = Math.abs(a.y - b.y) / gap;
      const likeness = Math.min(a.area, b.area) / Math.max(a.area, b.area);
      if (apart < 1.1 || apart > 7 || tilt > 0.35 || likeness < 0.35) continue;
      const inset = Math.min(1, Math.min(insetAt(a.x, a.y), insetAt(b.x, b.y)) / (0.6 * gap));
      if (inset < 0.5) continue;
      const score = likeness - tilt + 0.9 * inset;
      if (score > bestScore) {
        bestScore = score;
        best = [a, b];
      }
    }
  }
  return best;
}

/** Without a pair of eyes everything is fur: better plain than a face in the wrong place. */
function animalRoles(facts: readonly RegionFacts[], insetAt: (x: number, y: number) => number): Role[] {
  const roles: Role[] = facts.map(() => "fur");
  const parts = roundParts(facts);
  const eyes = eyePair(
    parts.map(({ fact }) => fact),
    insetAt,
  );
  if (!eyes) return roles;
  const [left, right] = eyes;
  const gap = right.x - left.x;
  const eyeLine = (left.y + right.y) / 2;
  const between = (fact: RegionFacts) => fact.x > left.x - 0.1 * gap && fact.x < right.x + 0.1 * gap;
  const below = parts
    .filter(
      ({ fact }) =>
        fact !== left && fact !== right && between(fact) && fact.y > eyeLine && fact.y < eyeLine + 2.2 * gap,
    )
    .sort((a, b) => a.fact.y - b.fact.y);
  const nose = below[0]?.fact;
  facts.forEach((fact, label) => {
    if (label === 0 || fact.area === 0) return;
    const holdsNose =
      nose && nose.x > fact.left && nose.x < fact.right && nose.y > fact.top - 4 && nose.y < fact.bottom + 4;
    const high = fact.y < eyeLine + 1.5 * gap && (fact.x < left.x - 0.2 * gap || fact.x > right.x + 0.2 * gap);
    if (fact === left || fact === right || fact === nose) roles[label] = "eye";
    else if (below.length > 1 && fact === below[1]?.fact) roles[label] = "tongue";
    else if (fact.exposed < 0.04 && fact.share < 0.2 && (holdsNose || (fact.share > 0.06 && fact.y > eyeLine + gap)))
      roles[label] = "muzzle";
    else if (high && fact.exposed > 0.3 && fact.share < 0.16 && fact.share > 0.012) roles[label] = "ear";
  });
  return roles;
}
