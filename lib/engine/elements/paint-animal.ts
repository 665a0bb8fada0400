import { oklch } from "../math/color.ts";
import { nearestMarked } from "../math/nearest-marked.ts";
import { hash2, valueFbm } from "../math/noise.ts";
import { clamp, smoothstep } from "../math/scalar.ts";
import { mixed, type Vec3 } from "../math/vector.ts";
import { type Face, findFace, type Spot } from "./face.ts";
import { furOn } from "./fur.ts";
import { inflated } from "./inflate.ts";
import { findProfile } from "./profile.ts";
import { type RegionFacts, roundParts } from "./region-facts.ts";
import { emptySurface, type PaintInput, type Surface, setAlbedo } from "./surface.ts";
import { tone } from "./thing.ts";

type Role = "fur" | "eye" | "muzzle" | "ear" | "tongue";

const EYE: Vec3 = [0.012, 0.009, 0.008];
const TONGUE: Vec3 = oklch(0.62, 0.14, 15);

/** Fur laid over the form; small round parts inside become eyes and nose, the part around the nose a paler muzzle. */
export function paintAnimal({ layer, regions, facts, thing, seed, fine }: PaintInput): Surface {
  const { width, height } = layer;
  const surface = emptySurface(width, height, inflated(layer, { parts: 0.5, whole: 0.5 }));
  const field = nearestMarked((i) => regions.labels[i] === 0, width, height);
  const roles = animalRoles(facts, (x, y) => field?.distance[Math.round(y) * width + Math.round(x)] ?? 0);
  const face = roles.includes("eye") ? null : findFace(layer);
  const profile = roles.includes("eye") || face ? null : findProfile(layer, facts);
  const alive = thing.material === null && thing.kind === "animal";
  const fur = alive ? furOn(surface.height, fine ? 18 : 12) : null;
  const scalePx = Math.max(width, height) * SCALE_SHARE;
  const fringe = Math.max(width, height) * FRINGE_SHARE;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const label = regions.labels[i] as number;
      const fact = facts[label];
      if (label === 0 || !fact) continue;
      const role = roles[label] ?? "fur";
      if (role === "eye") {
        paintEye(surface, i, (x - fact.x) / (2 * fact.length), (y - fact.y) / (2 * fact.length));
        continue;
      }
      if (role === "tongue") {
        setAlbedo(surface, i, TONGUE);
        surface.gloss.data[i] = 0.4;
        surface.polish.data[i] = 0.5;
        continue;
      }
      const own = hash2(label * 5 + seed, 77) - 0.5;
      const patch = alive ? valueFbm(x * 0.012 + (seed % 31), y * 0.012, 3) - 0.5 : 0;
      let color = tone(thing, 0.04 * own + 0.12 * patch, 1, 8 * own);
      const pale = role === "muzzle" ? 0.8 : face ? 0.65 * muzzleOf(face, x, y) : 0;
      if (role === "ear") color = tone(thing, -0.08 + 0.08 * patch, 1.08, -4);
      if (pale > 0) color = mixed(color, tone(thing, 0.17, 0.4), pale);
      const hair = fur?.data[i] ?? 0;
      const scale = thing.kind === "scales" ? scaleAt(x / scalePx, y / scalePx) : 0;
      setAlbedo(surface, i, color, Math.max(0.45, 1 + 0.2 * hair + 0.14 * scale));
      (surface.height.data[i] as number) += hair * 0.5 + scale * 0.12 * scalePx;
      surface.gloss.data[i] = alive ? 0.06 : 0.5;
      surface.polish.data[i] = alive ? 0.12 : 0.55;
      surface.translucency.data[i] = 0.14;
      if (alive) {
        const inward = (field?.distance[i] ?? fringe) / fringe;
        surface.opacity.data[i] = clamp(inward * 1.1 + 0.15 + 0.55 * hair * (1 - clamp(inward)));
      }
    }
  }
  if (face) for (const spot of [face.left, face.right]) drawEye(surface, spot, 1.35, 1.35, width);
  if (face) drawEye(surface, face.nose, 1.15, 0.85, width);
  if (profile) drawEye(surface, profile.eye, 1.2, 1.2, width);
  if (profile?.nose) blacken(surface, regions.labels, profile.nose);
  return surface;
}

/** Hairs stand out over the outline by this share of the larger side. */
const FRINGE_SHARE = 0.009;
const SCALE_SHARE = 0.032;
const IRIS: Vec3 = oklch(0.28, 0.06, 55);
const CATCHLIGHT: Vec3 = [2.4, 2.4, 2.4];

/** `u` and `v`: place in the eye, 1 at its rim. Dark, brown inside, with the light of a window high on one side. */
function paintEye(surface: Surface, i: number, u: number, v: number): void {
  const out = Math.sqrt(u * u + v * v);
  const iris = smoothstep(0.8, 0.62, out) * smoothstep(0.34, 0.46, out) * 0.7;
  const glint = smoothstep(0.3, 0.2, Math.sqrt((u + 0.32) ** 2 + (v + 0.36) ** 2));
  setAlbedo(surface, i, mixed(mixed(EYE, IRIS, iris), CATCHLIGHT, glint));
  surface.gloss.data[i] = 1.2;
  surface.polish.data[i] = 0.9;
  surface.mirror.data[i] = 0.06;
  surface.opacity.data[i] = 1;
}

/** 1 in the paler fur around the nose, 0 from a little farther on. */
function muzzleOf({ left, right, nose }: Face, x: number, y: number): number {
  const gap = right.x - left.x;
  return smoothstep(
    1,
    0.75,
    Math.sqrt(((x - nose.x) / (0.62 * gap)) ** 2 + ((y - nose.y - 0.15 * gap) / (0.48 * gap)) ** 2),
  );
}

function drawEye(surface: Surface, { x: cx, y: cy, radius }: Spot, broad: number, high: number, width: number): void {
  for (let y = Math.floor(cy - high * radius); y <= cy + high * radius; y++) {
    for (let x = Math.floor(cx - broad * radius); x <= cx + broad * radius; x++) {
      const u = (x - cx) / (broad * radius);
      const v = (y - cy) / (high * radius);
      const out = u * u + v * v;
      if (out > 1) continue;
      const i = y * width + x;
      paintEye(surface, i, u, v);
      (surface.height.data[i] as number) += 0.7 * radius * Math.sqrt(1 - out);
    }
  }
}

/** A wet nose. */
function blacken(surface: Surface, labels: Int32Array, label: number): void {
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== label) continue;
    setAlbedo(surface, i, EYE);
    surface.gloss.data[i] = 0.9;
    surface.polish.data[i] = 0.7;
    surface.opacity.data[i] = 1;
  }
}

/** Rows of round scales that overlap downwards: 1 at a scale's middle, -1 in the seams. */
function scaleAt(u: number, v: number): number {
  const row = Math.floor(v);
  const inX = u + (row % 2) * 0.5 - Math.floor(u + (row % 2) * 0.5) - 0.5;
  const out = Math.hypot(inX * 1.5, v - row - 0.2);
  return 1 - 2 * smoothstep(0.3, 0.78, out);
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
