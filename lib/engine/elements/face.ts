import { blurred } from "../math/blur.ts";
import type { FloatImage } from "../math/float-image.ts";
import type { EdgeLayer } from "./edge-layer.ts";
import { INSIDE_ALPHA } from "./regions.ts";

/** A round mark: a small ring of edge, or a spot of it. Lengths in working pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface Face {
  readonly left: Spot;
  readonly right: Spot;
  readonly nose: Spot;
}

const RADII_SHARE = [0.0105, 0.013, 0.016, 0.02, 0.025, 0.031] as const;
const DIRECTIONS = 12;
/** Mean edge of the faintest ring. */
const FAINTEST = 0.07;
/** 1 is an even ring with nothing in it or around it. */
const LEAST_ROUND = 0.2;
const CANDIDATES = 70;
/** Every other pixel of every other row is enough for marks this large. */
const STEP = 2;

/**
 * Eyes that are too faint or too open to be parts of their own: two rings of a size on a level, with as much of the head on
 * one side as on the other. Null where nothing is like that: better plain than a face in the wrong place.
 */
export function findFace(layer: EdgeLayer): Face | null {
  const { width, height, alpha } = layer;
  const size = Math.max(width, height);
  const spots = ringsIn(blurred(layer.crease, size * 0.0025), size);
  let best: Pick<Face, "left" | "right"> | null = null;
  let bestScore = 1.05;
  for (const a of spots) {
    for (const b of spots) {
      const gap = b.x - a.x;
      if (gap < 2.6 * (a.radius + b.radius) * 0.8 || gap > size * 0.3) continue;
      const tilt = Math.abs(a.y - b.y) / gap;
      const likeness = Math.min(a.radius, b.radius) / Math.max(a.radius, b.radius);
      const strengths = Math.min(a.strength, b.strength) / Math.max(a.strength, b.strength);
      if (tilt > 0.25 || likeness < 0.65) continue;
      const middle = (a.x + b.x) / 2;
      const [from, to] = spanAt(alpha, Math.round((a.y + b.y) / 2), Math.round(middle));
      const span = to - from;
      if (gap > 0.62 * span || gap < 0.16 * span || span < 0.2 * width || a.y + b.y > 1.1 * height) continue;
      const lopsided = Math.abs(middle - (from + to) / 2) / span;
      // The higher of two likely pairs: paws and knees lie below.
      const high = 1 - (a.y + b.y) / (2 * height);
      const score =
        likeness +
        0.5 * strengths +
        0.8 * high -
        tilt * 1.5 -
        lopsided * 5 +
        1.2 * Math.min(a.strength, b.strength) -
        0.6;
      if (score > bestScore && lopsided < 0.14) {
        bestScore = score;
        best = { left: a, right: b };
      }
    }
  }
  return best && { ...best, nose: noseOf(spots, best) };
}

export interface Ring extends Spot {
  readonly strength: number;
}

/** Where edges lie around a point and not farther out: strongest first, none inside another. */
export function ringsIn(edge: FloatImage, size: number): Ring[] {
  const { width, height } = edge;
  const rings: Ring[] = [];
  const { data } = edge;
  const circle = (radius: number) =>
    Array.from({ length: DIRECTIONS }, (_, n) => {
      const angle = (n / DIRECTIONS) * 2 * Math.PI;
      return Math.round(radius * Math.sin(angle)) * width + Math.round(radius * Math.cos(angle));
    });
  const around = (i: number, offsets: readonly number[]) => {
    let least = 1;
    let sum = 0;
    for (const offset of offsets) {
      const value = data[i + offset] as number;
      sum += value;
      if (value < least) least = value;
    }
    return { least, mean: sum / DIRECTIONS };
  };
  for (const share of RADII_SHARE) {
    const radius = share * size;
    const far = Math.ceil(2 * radius) + 2;
    const near = circle(radius);
    const outer = circle(1.8 * radius);
    for (let y = far; y < height - far; y += STEP) {
      for (let x = far; x < width - far; x += STEP) {
        const i = y * width + x;
        const { least, mean } = around(i, near);
        if (mean < FAINTEST || least < 0.1 * mean) continue;
        const strength = ((mean + least) / 2 - (data[i] as number) - around(i, outer).mean) / mean;
        if (strength > LEAST_ROUND) rings.push({ x, y, radius, strength });
      }
    }
  }
  rings.sort((a, b) => b.strength - a.strength || a.y - b.y || a.x - b.x);
  const kept: Ring[] = [];
  for (const ring of rings) {
    if (kept.length >= CANDIDATES) break;
    if (kept.every((other) => Math.abs(other.x - ring.x) + Math.abs(other.y - ring.y) > 2 * ring.radius))
      kept.push(ring);
  }
  return kept;
}

/** Left and right end of what the layer covers on a row around `x`. */
function spanAt(alpha: FloatImage, y: number, x: number): [number, number] {
  const inside = (column: number) => (alpha.data[y * alpha.width + column] as number) > INSIDE_ALPHA;
  let from = x;
  let to = x;
  while (from > 0 && inside(from - 1)) from--;
  while (to < alpha.width - 1 && inside(to + 1)) to++;
  return [from, Math.max(to, from + 1)];
}

/** A ring below the eyes, or where a nose would be. */
function noseOf(spots: readonly Spot[], { left, right }: Pick<Face, "left" | "right">): Spot {
  const gap = right.x - left.x;
  const x = (left.x + right.x) / 2;
  const y = (left.y + right.y) / 2 + 0.55 * gap;
  const drawn = spots.find((spot) => Math.abs(spot.x - x) < 0.15 * gap && Math.abs(spot.y - y) < 0.25 * gap);
  return drawn ? { ...drawn, radius: Math.max(drawn.radius, 0.12 * gap) } : { x, y, radius: 0.13 * gap };
}
