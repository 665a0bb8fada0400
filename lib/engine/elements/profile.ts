import { blurred } from "../math/blur.ts";
import type { EdgeLayer } from "./edge-layer.ts";
import { ringsIn, type Spot } from "./face.ts";
import { type RegionFacts, roundParts } from "./region-facts.ts";

/** An animal seen from the side. */
export interface Profile {
  readonly eye: Spot;
  /** Label of the part that is its nose; 0 for none. */
  readonly nose: number;
}

/** The head is at an end of the figure, in its upper part; shares of the layer's sides. */
const HEAD = { width: 0.4, height: 0.56 } as const;
/** A ring that is no part of its own is an eye only when it is as clear as this. */
const CLEAR_RING = 0.5;
/** Radius over the larger side. */
const LARGEST = 0.045;
const SMALLEST_NOSE = 0.0008;
const LARGEST_NOSE = 0.02;

/** One round mark in the head of a form, and a small part at the tip of its muzzle. Null where there is no such mark, or several. */
export function findProfile(layer: EdgeLayer, facts: readonly RegionFacts[]): Profile | null {
  const { width, height } = layer;
  const size = Math.max(width, height);
  const inHead = ({ x, y, radius }: Spot) =>
    y < HEAD.height * height && Math.min(x, width - x) < HEAD.width * width && radius < LARGEST * size;
  const parts = roundParts(facts)
    .map(({ fact }) => ({ x: fact.x, y: fact.y, radius: 2 * fact.length }))
    .filter(inHead);
  const marks =
    parts.length > 0
      ? parts
      : ringsIn(blurred(layer.crease, size * 0.0025), size).filter(
          (ring) => ring.strength > CLEAR_RING && inHead(ring),
        );
  const [eye] = marks;
  if (!eye || marks.length > 1) return null;
  const towards = eye.x < width / 2 ? -1 : 1;
  const nose = facts.findIndex(
    (fact, label) =>
      label > 0 &&
      fact.share > SMALLEST_NOSE &&
      fact.share < LARGEST_NOSE &&
      fact.exposed > 0.15 &&
      fact.elongation < 1.8 &&
      (fact.x - eye.x) * towards > 2 * eye.radius &&
      fact.y > eye.y - eye.radius &&
      fact.y - eye.y < 0.3 * height,
  );
  return { eye, nose: Math.max(0, nose) };
}
