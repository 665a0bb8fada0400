import type { AssetId } from "#lib/base/ids.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { measurePrompt } from "#lib/wanx/contract/measure-prompt.ts";
import { artboardFor, createDocument, moveSubject, resizeArtboard } from "./create-document.ts";
import type { PlacedPicture, ProjectDocument, Size, Transform } from "./document.ts";
import { findElement, removeElement, setElementPrompt, setElementTransform, setElementVisible } from "./elements.ts";
import type { FactsByAssetId } from "./facts.ts";
import type { Finding } from "./finding.ts";
import { withCoverBehind } from "./foreground-cover.ts";
import { fitTransform, layerBounds } from "./geometry.ts";

/** The document in which the finding is mended, or undefined where its fix needs more than the document (`OutsideFix`) or there is none. */
export function applyFix(
  document: ProjectDocument,
  { fix, target }: Finding,
  factsByAssetId: FactsByAssetId,
): ProjectDocument | undefined {
  const element = target.kind === "element" ? findElement(document, target.id)?.element : undefined;
  const layer = target.kind === "subject" ? document.subject : element;
  const place = (transform: Transform) =>
    element ? setElementTransform(document, element.id, transform) : moveSubject(document, transform);
  switch (fix) {
    case "fit-artboard":
      return resizeArtboard(document, artboardFor(document.artboard));
    case "send-behind":
      return withCoverBehind(document, factsByAssetId);
    case "bring-into-view":
      return layer ? place(broughtIntoView(layer, document.artboard, factsByAssetId)) : undefined;
    case "natural-size":
      return layer ? place(atNaturalSize(layer.transform)) : undefined;
    case "show-element":
      return element && setElementVisible(document, element.id, true);
    case "remove-element":
      return element && removeElement(document, element.id);
    case "cut-prompt":
      return withPromptCut(document, target);
    case "hide-extra-elements":
      return withExtraElementsHidden(document);
    case "reset-noise-level":
      return { ...document, guide: { ...document.guide, noiseLevel: LIMITS.noiseLevel.default } };
    case "reset-prompt-weight":
      return { ...document, guide: { ...document.guide, promptWeight: LIMITS.promptWeight.default } };
    case "limit-picture-count":
      return { ...document, output: { ...document.output, n: allowedCount(document.output.n) } };
    case "choose-version":
      return { ...document, output: { ...document.output, versions: createDocument().output.versions } };
    case "drop-repeated-versions":
      return { ...document, output: { ...document.output, versions: [...new Set(document.output.versions)] } };
    default:
      return undefined;
  }
}

/**
 * The document with a mended picture of the same size in the place of `from`, on the layer that the finding is about; the same document
 * where that layer is gone or shows another picture by now.
 */
export function withMendedPicture(
  document: ProjectDocument,
  target: Finding["target"],
  { from, to }: { from: AssetId; to: AssetId },
): ProjectDocument {
  if (target.kind === "subject" && document.subject?.assetId === from) {
    return { ...document, subject: { ...document.subject, assetId: to } };
  }
  const place = target.kind === "element" ? findElement(document, target.id) : undefined;
  if (place?.element.assetId !== from) return document;
  return { ...document, [place.group]: document[place.group].with(place.index, { ...place.element, assetId: to }) };
}

/** Moved only as far as needed; where the visible part is larger than the artboard it is fitted and centred instead. */
function broughtIntoView(
  layer: PlacedPicture & { transform: Transform },
  artboard: Size,
  facts: FactsByAssetId,
): Transform {
  const visible = facts[layer.assetId]?.bounds;
  const box = layerBounds(layer.size, layer.transform, visible ?? undefined);
  if (box.width > artboard.width || box.height > artboard.height || box.width === 0 || box.height === 0) {
    return fitTransform(layer.size, artboard, { fillShare: 0.9, visible });
  }
  return {
    ...layer.transform,
    x: layer.transform.x + shiftInto(box.x, box.width, artboard.width),
    y: layer.transform.y + shiftInto(box.y, box.height, artboard.height),
  };
}

/** The nearest number of pictures that the API makes. */
const allowedCount = (count: number) => Math.min(LIMITS.n.max, Math.max(LIMITS.n.min, Math.round(count)));

function shiftInto(start: number, length: number, available: number): number {
  if (start < 0) return -start;
  return Math.min(0, available - (start + length));
}

function atNaturalSize(transform: Transform): Transform {
  const shrink = 1 / Math.max(Math.abs(transform.scaleX), Math.abs(transform.scaleY));
  return { ...transform, scaleX: transform.scaleX * shrink, scaleY: transform.scaleY * shrink };
}

function withPromptCut(document: ProjectDocument, target: Finding["target"]): ProjectDocument | undefined {
  if (target.kind === "element") {
    const prompt = findElement(document, target.id)?.element.prompt;
    return prompt === undefined
      ? undefined
      : setElementPrompt(document, target.id, measurePrompt(prompt).kept.trimEnd());
  }
  if (target.kind !== "guide" || (target.field !== "prompt" && target.field !== "negativePrompt")) return undefined;
  const kept = measurePrompt(document.guide[target.field]).kept.trimEnd();
  return { ...document, guide: { ...document.guide, [target.field]: kept } };
}

/** The topmost foreground elements beyond the limit go first: they were most likely added last. */
function withExtraElementsHidden(document: ProjectDocument): ProjectDocument {
  const shown = [...document.background, ...document.foreground].filter(({ visible }) => visible);
  return shown.slice(LIMITS.elements.max).reduce((changed, { id }) => setElementVisible(changed, id, false), document);
}
