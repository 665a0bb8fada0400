import type { ProjectDocument } from "./document.ts";
import { moveElement } from "./elements.ts";
import type { FactsByAssetId } from "./facts.ts";
import { type Box, layerBounds } from "./geometry.ts";

/** From here on the product is no longer what the picture shows first. */
export const COVERED_ABOVE = 0.35;

/**
 * How much of the subject the elements in front hide, 0 to 1. An estimate from boxes and alpha shares, without pixels: an element's ink is
 * taken as spread evenly over the box of what is visible of it. Elements without facts count for nothing.
 */
export function foregroundCover({ subject, foreground }: ProjectDocument, facts: FactsByAssetId): number {
  if (!subject) return 0;
  const target = layerBounds(subject.size, subject.transform, facts[subject.assetId]?.bounds ?? undefined);
  let uncovered = 1;
  for (const { assetId, size, transform, visible } of foreground) {
    const known = facts[assetId];
    if (!visible || !known?.bounds) continue;
    const box = layerBounds(size, transform, known.bounds);
    const inkShare = known.opaqueShare + known.translucentShare / 2;
    const inkArea = inkShare * size.width * size.height * Math.abs(transform.scaleX * transform.scaleY);
    const overlap = overlapOf(box, target);
    if (overlap > 0) uncovered *= 1 - (Math.min(1, inkArea / areaOf(box)) * overlap) / areaOf(target);
  }
  return 1 - uncovered;
}

/** The document with the elements that hide most of the subject behind it, one after the other, until it is seen again. */
export function withCoverBehind(document: ProjectDocument, facts: FactsByAssetId): ProjectDocument {
  if (foregroundCover(document, facts) <= COVERED_ABOVE) return document;
  const lowered = document.foreground
    .filter(({ visible }) => visible)
    .map(({ id }) => moveElement(document, id, "background", document.background.length));
  const covers = lowered.map((one) => foregroundCover(one, facts));
  const best = lowered[covers.indexOf(Math.min(...covers))];
  return best ? withCoverBehind(best, facts) : document;
}

const areaOf = ({ width, height }: Box) => width * height;

function overlapOf(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}
