import type { ProjectDocument } from "#lib/composition/document.ts";
import { assetReference, layerOfReference } from "#lib/composition/recipe.ts";
import { pictureFields } from "#lib/composition/recipe-pictures.ts";
import type { LayerId } from "#lib/editor/editor-state.ts";
import { findLayer, roleOf } from "#lib/editor/layers.ts";
import { recipeOf, versionOf } from "#lib/editor/recipe/recipe-text.ts";
import type { HintSource, LayerHint } from "./editor/layer-hints.ts";

const plain: Omit<LayerHint, "text"> = { role: null, layer: null, isSelected: false, isBusy: false };

function layerHint(document: ProjectDocument, layer: LayerId): LayerHint | null {
  const found = findLayer(document, layer);
  return found && { ...plain, text: found.name, role: roleOf(document, layer), layer };
}

/** Hints of the body of a canvas: the layers by their names, and what is being fetched. */
export function canvasHintOf(
  document: ProjectDocument,
  {
    selection,
    fetching,
    fetchingText,
  }: { selection: LayerId | null; fetching: readonly string[]; fetchingText: string },
): HintSource["hintOf"] {
  return (_field, address) => {
    if (fetching.includes(address)) return { ...plain, text: fetchingText, isBusy: true };
    const layer = layerOfReference(address);
    if (layer) {
      const hint = layerHint(document, layer);
      return hint && { ...hint, isSelected: layer === selection };
    }
    const { image } = document.guide;
    return image && address === assetReference(image.assetId) ? { ...plain, text: image.name, role: "guide" } : null;
  };
}

/** Hints of a sent body, whose pictures have no names: those of the document that it was made from stand at the same places. */
export function sentHintOf(document: ProjectDocument | null): HintSource["hintOf"] {
  if (!document) return () => null;
  const hintOf = canvasHintOf(document, { selection: null, fetching: [], fetchingText: "" });
  const drafted = recipeOf(document, versionOf(document));
  const hints = new Map(pictureFields(drafted).map(({ field, address }) => [field, hintOf(field, address)]));
  return (field) => {
    const hint = hints.get(field);
    return hint ? { ...hint, layer: null } : null;
  };
}
