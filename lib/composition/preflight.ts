import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { cutPrompt, promptShare } from "#lib/wanx/contract/prompt-share.ts";
import type { Element, PlacedPicture, ProjectDocument, Size, Transform } from "./document.ts";
import { type Finding, type FindingTarget, finding } from "./finding.ts";
import { type Box, layerBounds, shareOnArtboard } from "./geometry.ts";

/** What is measured of a picture once, at upload. Shares are of all its pixels, 0 to 1. */
export interface PictureFacts {
  mode: "rgb" | "rgba" | "gray" | "gray-alpha" | "palette";
  transparentShare: number;
  translucentShare: number;
  opaqueShare: number;
  /** Box of alpha > 0 in picture pixels. */
  bounds: Box | null;
  edgeLikeness: number;
}

export type FactsByAssetId = Readonly<Record<string, PictureFacts | undefined>>;

/** Below this share of the visible part on the artboard we speak of a crop; less is an overlap nobody sees. */
const CROPPED_BELOW = 0.98;
/** Enlarged beyond this the product looks soft beside what the model paints. */
const ENLARGED_ABOVE = 1.25;
/** Share of the visible pixels that may let light through before the model is confused by them. */
const TRANSLUCENT_ABOVE = 0.3;
/** Below this a picture is taken for a photo or drawing that was not turned into edges. */
const EDGE_LIKENESS_BELOW = 0.5;

/**
 * Everything the API would reject, cut off or silently ignore: subject first, then elements in their order, guide, output.
 * Pictures without facts are only judged by their place. `compile` takes exactly the documents without an error here, given the same facts.
 */
export function preflight(document: ProjectDocument, factsByAssetId: FactsByAssetId): Finding[] {
  return [
    ...subjectFindings(document, factsByAssetId),
    ...elementFindings(document, factsByAssetId),
    ...guideFindings(document),
    ...outputFindings(document),
  ];
}

function subjectFindings({ subject, artboard }: ProjectDocument, facts: FactsByAssetId): Finding[] {
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
  if (known && known.edgeLikeness < EDGE_LIKENESS_BELOW) found.push(finding("element-not-edge", target, "make-edges"));
  else if (known && known.transparentShare + known.translucentShare === 0) {
    found.push(finding("element-opaque", target));
  }
  found.push(...promptFindings(element.prompt, target));
  return found;
}

function guideFindings({ guide }: ProjectDocument): Finding[] {
  const hasPrompt = guide.prompt.trim() !== "";
  const found: Finding[] = [];
  if (!hasPrompt && !guide.image) found.push(finding("guide-missing", { kind: "guide", field: "prompt" }));
  found.push(
    ...promptFindings(guide.prompt, { kind: "guide", field: "prompt" }),
    ...promptFindings(guide.negativePrompt, { kind: "guide", field: "negativePrompt" }),
  );
  if (guide.noiseLevel !== LIMITS.noiseLevel.default && !guide.image) {
    found.push(finding("noise-level-inert", { kind: "guide", field: "noiseLevel" }, "reset-noise-level"));
  }
  if (guide.promptWeight !== LIMITS.promptWeight.default && !(guide.image && hasPrompt)) {
    found.push(finding("prompt-weight-inert", { kind: "guide", field: "promptWeight" }, "reset-prompt-weight"));
  }
  return found;
}

function outputFindings({ output }: ProjectDocument): Finding[] {
  const repeated = new Set(output.versions).size < output.versions.length;
  return repeated ? [finding("versions-repeated", { kind: "output" }, "drop-repeated-versions")] : [];
}

/** `percent` of what the model reads, and how many `characters` at the end it will not. */
function promptFindings(text: string, target: FindingTarget): Finding[] {
  const { dropped } = cutPrompt(text);
  if (dropped === "") return [];
  const values = { percent: Math.round(100 * promptShare(text)), characters: [...dropped].length };
  return [finding("prompt-cut", target, "cut-prompt", values)];
}

function visibleShare(
  layer: PlacedPicture & { transform: Transform },
  artboard: Size,
  facts: PictureFacts | undefined,
): number {
  return shareOnArtboard(layerBounds(layer.size, layer.transform, facts?.bounds ?? undefined), artboard);
}
