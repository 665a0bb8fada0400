import type { AssetId } from "#lib/base/ids.ts";
import { compile } from "./compile.ts";
import type { ModelVersion, ProjectDocument } from "./document.ts";
import type { FactsByAssetId } from "./facts.ts";
import { type Placed, wholeTransform } from "./geometry.ts";
import { type LayerName, type Recipe, withFlattenedLayers } from "./recipe.ts";

/**
 * The recipe of a document with every layer that is one whole picture named by its asset: the inverse of `documentFromRecipe`. A subject is
 * whole at the artboard's own size and unmoved; an element of another size also when it fills the artboard, for the API stretches it
 * likewise. Layers that were moved keep their reference. For showing, comparing and naming; what is sent is flattened by the plan.
 *
 * Throws as `compile`.
 */
export function contentRecipe(
  document: ProjectDocument,
  options: { version: ModelVersion; n: number; facts?: FactsByAssetId },
): Recipe {
  const { recipe } = compile(document, options);
  const { artboard, subject } = document;
  const whole: Partial<Record<LayerName, AssetId>> = {};
  const isWhole = (layer: Placed) => sameTransform(layer, wholeTransform(layer.size, artboard));
  for (const element of [...document.foreground, ...document.background]) {
    if (isWhole(element)) whole[element.id] = element.assetId;
  }
  const isArtboardSize = subject?.size.width === artboard.width && subject.size.height === artboard.height;
  if (subject && isArtboardSize && isWhole(subject)) whole.subject = subject.assetId;
  return withFlattenedLayers(recipe, whole);
}

function sameTransform({ transform }: Placed, other: Placed["transform"]): boolean {
  return (
    transform.x === other.x &&
    transform.y === other.y &&
    transform.scaleX === other.scaleX &&
    transform.scaleY === other.scaleY &&
    transform.rotation === other.rotation
  );
}
