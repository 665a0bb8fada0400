import type { AssetId } from "#lib/base/ids.ts";
import { diffRecipes, type RecipeChange } from "#lib/composition/diff-recipes.ts";
import type { ElementGroup, PlacedPicture, ProjectDocument, Transform } from "#lib/composition/document.ts";
import { layerBounds } from "#lib/composition/geometry.ts";
import { assetOfReference, assetReference, layerOfReference } from "#lib/composition/recipe.ts";
import type { RequestBody } from "#lib/composition/request-body.ts";
import type { LayerId } from "../editor-state.ts";
import { findLayer, layersTopDown, roleOf } from "../layers.ts";
import { recipeOf } from "./recipe-text.ts";

/** A recipe, and the document it was compiled from where that is known. */
export interface Scene {
  recipe: RequestBody;
  document: ProjectDocument | null;
}

/** What a change is about, in the person's words; `name` is a layer's, or the place of one that has no name: `[0]`. */
export type ChangeSubject =
  | { kind: RecipeField | "artboard" }
  | { kind: "element" | "element-prompt" | "place" | "picture"; group: ElementGroup | "subject"; name: string }
  | { kind: "order"; group: ElementGroup };

export type RecipeField =
  | "base_image_url"
  | "ref_image_url"
  | "ref_prompt"
  | "neg_ref_prompt"
  | "n"
  | "model_version"
  | "noise_level"
  | "ref_prompt_weight";

/** Of a `picture`, `name` is the address where it is none of this studio, and empty where nobody knows it. `place` is the layer's box on the artboard in whole pixels, and its angle in degrees. */
export type ChangeValue =
  | { kind: "text"; text: string }
  | { kind: "picture"; assetId: AssetId | null; name: string }
  | { kind: "names"; names: string[] }
  | { kind: "place"; x: number; y: number; width: number; height: number; rotation: number }
  | { kind: "size"; width: number; height: number };

export interface SceneChange {
  subject: ChangeSubject;
  /** The API's own name; null for what the body does not name: where a layer stands and the size of the artboard. */
  field: string | null;
  before: ChangeValue | null;
  after: ChangeValue | null;
}

/**
 * What changed from one scene to the other: the fields of the body in the order of the API reference, then, where both documents are
 * known, what the body keeps silent about, namely which picture a layer shows and where it stands.
 */
export function compareScenes(before: Scene, after: Scene): SceneChange[] {
  if (!before.document || !after.document) return fieldChanges(before, after);
  const named = [before, after].map(({ recipe, document }) => ({
    document,
    recipe: document
      ? { ...recipeOf(document, recipe.parameters.model_version), parameters: recipe.parameters }
      : recipe,
  })) as [Scene, Scene];
  return [...fieldChanges(...named), ...layerChanges(before.document, after.document)];
}

function fieldChanges(a: Scene, b: Scene): SceneChange[] {
  return diffRecipes(a.recipe, b.recipe).flatMap((change, index, changes): SceneChange[] => {
    const { field, before, after } = change;
    const place =
      /^input\.reference_edge\.(?<group>foreground|background)_edge(?<prompt>_prompt)?(?:\[(?<index>\d+)\])?$/;
    const listed = place.exec(field)?.groups;
    if (!listed) return [{ ...singleChange(a, b, change), field }];
    const group = listed.group as ElementGroup;
    if (listed.index === undefined) {
      const names = (order: unknown): ChangeValue => ({ kind: "names", names: namesInOrder(a, group, String(order)) });
      return [{ subject: { kind: "order", group }, field, before: names(before), after: names(after) }];
    }
    const name = (scene: Scene) => nameAt(scene, group, Number(listed.index));
    if (!listed.prompt) {
      // Counted in the later recipe, and in the earlier one for an element that is gone.
      const subject = { kind: "element", group, name: name(after === undefined ? a : b) } as const;
      return [{ subject, field, before: pictureAt(a, before), after: pictureAt(b, after) }];
    }
    const element = changes[index - 1];
    const wentWithIt = element && element.field === field.replace("_prompt", "") && element.after === undefined;
    if (wentWithIt) return [];
    const subject = { kind: "element-prompt", group, name: name(b) } as const;
    return [{ subject, field, before: textValue(before), after: textValue(after) }];
  });
}

function singleChange(a: Scene, b: Scene, { field, before, after }: RecipeChange): Omit<SceneChange, "field"> {
  const kind = field.split(".").at(-1) as RecipeField;
  if (kind === "base_image_url" || kind === "ref_image_url") {
    return { subject: { kind }, before: pictureAt(a, before), after: pictureAt(b, after) };
  }
  return { subject: { kind }, before: textValue(before), after: textValue(after) };
}

function layerChanges(a: ProjectDocument, b: ProjectDocument): SceneChange[] {
  const sizes = [a, b].map(({ artboard }): ChangeValue => ({ kind: "size", ...artboard })) as [
    ChangeValue,
    ChangeValue,
  ];
  return [
    ...changeOf({ kind: "artboard" }, ...sizes),
    ...layersTopDown(b).flatMap((id) => {
      const before = shownLayer(a, id);
      const after = shownLayer(b, id);
      if (!before || !after) return [];
      const about = { group: roleOf(b, id), name: after.name };
      const pictures =
        before.assetId === after.assetId
          ? []
          : [
              {
                subject: { kind: "picture", ...about } as const,
                field: null,
                before: pictureValue(before),
                after: pictureValue(after),
              },
            ];
      return [...pictures, ...changeOf({ kind: "place", ...about }, placeOf(before), placeOf(after))];
    }),
  ];
}

function changeOf(subject: ChangeSubject, before: ChangeValue, after: ChangeValue): SceneChange[] {
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ subject, field: null, before, after }];
}

type Layer = PlacedPicture & { transform: Transform };

function shownLayer(document: ProjectDocument, id: LayerId): Layer | null {
  const layer = findLayer(document, id);
  return layer && "visible" in layer && !layer.visible ? null : layer;
}

/** In whole pixels and degrees: less than that is nothing to speak of. */
function placeOf({ size, transform }: Layer): ChangeValue {
  const { x, y, width, height } = layerBounds(size, transform);
  return {
    kind: "place",
    x: Math.round(x),
    y: Math.round(y),
    width: Math.round(width),
    height: Math.round(height),
    rotation: Math.round(transform.rotation),
  };
}

function textValue(text: string | number | undefined): ChangeValue | null {
  return text === undefined ? null : { kind: "text", text: String(text) };
}

function pictureValue({ assetId, name }: PlacedPicture): ChangeValue {
  return { kind: "picture", assetId, name };
}

function pictureAt({ document }: Scene, value: string | number | undefined): ChangeValue | null {
  if (value === undefined) return null;
  const address = String(value);
  const layer = layerOfReference(address);
  const named = document && (layer ? findLayer(document, layer) : document.guide.image);
  if (named && (layer || address === assetReference(named.assetId))) return pictureValue(named);
  const assetId = assetOfReference(address) ?? null;
  return { kind: "picture", assetId, name: assetId ? "" : address };
}

function nameAt({ recipe, document }: Scene, group: ElementGroup, index: number): string {
  const layer = layerOfReference(recipe.input.reference_edge?.[`${group}_edge`]?.[index] ?? "");
  return (layer && document && findLayer(document, layer)?.name) || `[${index}]`;
}

/** `[2] [0]` as the names of these places. */
function namesInOrder(scene: Scene, group: ElementGroup, order: string): string[] {
  return [...order.matchAll(/\d+/g)].map(([index]) => nameAt(scene, group, Number(index)));
}
