import type { ErrorValues } from "#lib/base/errors.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { measurePrompt } from "#lib/wanx/contract/measure-prompt.ts";
import type { Element, PlacedPicture, ProjectDocument, Size, Transform } from "./document.ts";
import { elementKind } from "./element-kind.ts";
import type { FactsByAssetId, PictureFacts } from "./facts.ts";
import { type Finding, type FindingTarget, type FixName, finding } from "./finding.ts";
import { COVERED_ABOVE, foregroundCover } from "./foreground-cover.ts";
import { layerBounds, shareOnArtboard } from "./geometry.ts";

/** Below this share of the visible part on the artboard we speak of a crop; less is an overlap nobody sees. */
const CROPPED_BELOW = 0.98;
/** Enlarged beyond this the product looks soft beside what the model paints. */
const ENLARGED_ABOVE = 1.25;
/** A bright or dark fringe along this much of the outline is seen on any new background. */
const HALO_ABOVE = 0.25;
/** Share of the visible pixels that may let light through before the model is confused by them. */
const TRANSLUCENT_ABOVE = 0.3;

/**
 * Everything the API would reject, cut off or silently ignore: artboard and subject first, then elements in their order, guide, output.
 * Pictures without facts are only judged by their place. `compile` takes exactly the documents without an error here, given the same facts.
 */
export function preflight(document: ProjectDocument, factsByAssetId: FactsByAssetId): Finding[] {
  return [
    ...artboardFindings(document.artboard),
    ...subjectFindings(document, factsByAssetId),
    ...elementFindings(document, factsByAssetId),
    ...guideFindings(document),
    ...outputFindings(document),
  ];
}

/** The subject is sent in the artboard's size, and the API refuses it beyond these. `count`: the side that is wrong, in pixels. */
function artboardFindings({ width, height }: Size): Finding[] {
  const { min, max } = LIMITS.sidePx;
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  const target: FindingTarget = { kind: "document" };
  return [
    ...(long <= max ? [] : [finding("artboard-too-large", target, "fit-artboard", { count: long, max })]),
    ...(short >= min ? [] : [finding("artboard-too-small", target, "fit-artboard", { count: short, min })]),
  ];
}

function subjectFindings(document: ProjectDocument, facts: FactsByAssetId): Finding[] {
  const { subject, artboard } = document;
  const target: FindingTarget = { kind: "subject" };
  if (!subject) return [finding("subject-missing", target, "choose-subject")];
  const known = facts[subject.assetId];
  const found: Finding[] = [];
  if (known) {
    if (known.opaqueShare + known.translucentShare === 0) {
      return [finding("subject-transparent", target, "choose-subject")];
    }
    if (known.transparentShare + known.translucentShare === 0) {
      const hasAlpha = known.mode === "rgba" || known.mode === "gray-alpha";
      found.push(finding(hasAlpha ? "subject-opaque" : "subject-no-alpha", target, "cut-out"));
    } else if (known.translucentShare / (known.translucentShare + known.opaqueShare) > TRANSLUCENT_ABOVE) {
      found.push(finding("subject-translucent", target));
    }
    if (known.haloShare !== undefined && known.haloShare > HALO_ABOVE) {
      found.push(finding("subject-halo", target, "clean-halo", { percent: Math.round(100 * known.haloShare) }));
    }
  }
  const seen = visibleShare(subject, artboard, known);
  if (seen === 0) found.push(finding("subject-outside", target, "bring-into-view"));
  else if (seen < CROPPED_BELOW) {
    found.push(finding("subject-cropped", target, "bring-into-view", { percent: Math.round(100 * (1 - seen)) }));
  }
  const scale = Math.max(Math.abs(subject.transform.scaleX), Math.abs(subject.transform.scaleY));
  if (scale > ENLARGED_ABOVE) {
    found.push(finding("subject-enlarged", target, "natural-size", { percent: Math.round(100 * scale) }));
  }
  const longSide = Math.max(subject.size.width, subject.size.height);
  if (longSide > LIMITS.sidePx.max && scale < 1) {
    const values = { count: longSide, max: LIMITS.sidePx.max, percent: Math.round(100 * scale) };
    found.push(finding("subject-reduced", target, undefined, values));
  }
  const cover = foregroundCover(document, facts);
  if (cover > COVERED_ABOVE) {
    found.push(finding("subject-covered", target, "send-behind", { percent: Math.round(100 * cover) }));
  }
  return found;
}

function elementFindings(document: ProjectDocument, facts: FactsByAssetId): Finding[] {
  const elements = [...document.foreground, ...document.background];
  const { max } = LIMITS.elements;
  const count = elements.filter(({ visible }) => visible).length;
  return [
    ...(count > max ? [finding("elements-too-many", { kind: "document" }, "hide-extra-elements", { count, max })] : []),
    ...elements.flatMap((element) => findingsOfElement(element, document.artboard, facts)),
  ];
}

function findingsOfElement(element: Element, artboard: Size, facts: FactsByAssetId): Finding[] {
  const target: FindingTarget = { kind: "element", id: element.id };
  if (!element.visible) return [finding("element-hidden", target, "show-element")];
  const known = facts[element.assetId];
  if (known && known.opaqueShare + known.translucentShare === 0) {
    return [finding("element-transparent", target, "remove-element")];
  }
  const found: Finding[] = [];
  if (visibleShare(element, artboard, known) === 0) found.push(finding("element-outside", target, "bring-into-view"));
  if (known) found.push(...edgeFindings(known, target));
  found.push(...promptFindings(element.prompt, target));
  return found;
}

function edgeFindings(facts: PictureFacts, target: FindingTarget): Finding[] {
  const kind = elementKind(facts);
  if (kind === "picture") return [finding("element-not-edge", target, "make-edges")];
  const isOpaque = facts.transparentShare + facts.translucentShare === 0;
  return [
    ...(kind === "inverted" ? [finding("element-inverted", target, "invert")] : []),
    // Inverted first: only then is the ground black.
    ...(isOpaque ? [finding("element-opaque", target, kind === "edge" ? "clear-ground" : undefined)] : []),
  ];
}

function guideFindings({ guide }: ProjectDocument): Finding[] {
  const hasPrompt = guide.prompt.trim() !== "";
  const found: Finding[] = [];
  if (!hasPrompt && !guide.image) found.push(finding("guide-missing", { kind: "guide", field: "prompt" }));
  found.push(
    ...promptFindings(guide.prompt, { kind: "guide", field: "prompt" }),
    ...promptFindings(guide.negativePrompt, { kind: "guide", field: "negativePrompt" }),
  );
  const missing = hasPrompt ? "image" : guide.image ? "prompt" : "both";
  const needsBoth = guide.image && hasPrompt ? undefined : { missing };
  found.push(
    ...sliderFindings("noise-level", guide.noiseLevel, LIMITS.noiseLevel, guide.image ? undefined : {}),
    ...sliderFindings("prompt-weight", guide.promptWeight, LIMITS.promptWeight, needsBoth),
  );
  return found;
}

/** One that does not count (`inert`: what its message names) is not sent, and may then have any value. */
function sliderFindings(
  name: "noise-level" | "prompt-weight",
  value: number,
  { min, max, default: standard }: { min: number; max: number; default: number },
  inert: ErrorValues | undefined,
): Finding[] {
  const target: FindingTarget = { kind: "guide", field: name === "noise-level" ? "noiseLevel" : "promptWeight" };
  const fix: FixName = `reset-${name}`;
  if (inert) return value === standard ? [] : [finding(`${name}-inert`, target, fix, inert)];
  const isAllowed = value >= min && value <= max && (name === "prompt-weight" || Number.isInteger(value));
  return isAllowed ? [] : [finding(`${name}-range`, target, fix, { min, max })];
}

function outputFindings({ output }: ProjectDocument): Finding[] {
  const { min, max } = LIMITS.n;
  const isCountable = Number.isInteger(output.n) && output.n >= min && output.n <= max;
  const target: FindingTarget = { kind: "output" };
  const isRepeated = new Set(output.versions).size < output.versions.length;
  return [
    ...(isCountable
      ? []
      : [finding("picture-count-range", target, "limit-picture-count", { count: output.n, min, max })]),
    ...(output.versions.length > 0 ? [] : [finding("versions-missing", target, "choose-version")]),
    ...(isRepeated ? [finding("versions-repeated", target, "drop-repeated-versions")] : []),
  ];
}

/** `percent` of what the model reads, and how many `characters` at the end it will not. */
function promptFindings(text: string, target: FindingTarget): Finding[] {
  const { share, reach, dropped } = measurePrompt(text);
  if (reach === "read") return [];
  const percent = Math.round(100 * share);
  if (reach === "uncertain") return [finding("prompt-long", target, undefined, { percent })];
  return [finding("prompt-cut", target, "cut-prompt", { percent, characters: [...dropped].length })];
}

function visibleShare(
  layer: PlacedPicture & { transform: Transform },
  artboard: Size,
  facts: PictureFacts | undefined,
): number {
  return shareOnArtboard(layerBounds(layer.size, layer.transform, facts?.bounds ?? undefined), artboard);
}
