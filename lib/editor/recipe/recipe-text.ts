import { draftRecipe } from "#lib/composition/compile.ts";
import type { ModelVersion, ProjectDocument } from "#lib/composition/document.ts";
import { pictureFields } from "#lib/composition/recipe-pictures.ts";
import type { RequestBody } from "#lib/composition/request-body.ts";
import type { JsonText } from "../kernels/json-text.ts";

/** The body that the document stands for, as one reads it. */
export function recipeOf(document: ProjectDocument, version: ModelVersion): RequestBody {
  return draftRecipe(document, { version, n: document.output.n }).recipe;
}

/** The wanted version where it is switched on, else the first that is. */
export function versionOf({ output: { versions } }: ProjectDocument, wanted?: ModelVersion): ModelVersion {
  return wanted && versions.includes(wanted) ? wanted : (versions[0] ?? "v2");
}

export const textOfRecipe = (recipe: RequestBody) => JSON.stringify(recipe, null, 2);

/**
 * The written text with the addresses of pictures as the canvas has them now. Once `https://…` has become a layer the text has to name
 * that layer: named by its address, the next key stroke would lay the picture over the whole artboard again.
 */
export function withCanvasAddresses(text: string, json: JsonText, written: RequestBody, canvas: RequestBody): string {
  const addresses = new Map(pictureFields(canvas).map(({ field, address }) => [field, address]));
  const changes = pictureFields(written).flatMap(({ field, address }) => {
    const now = addresses.get(field);
    const range = json.fields.get(field)?.value;
    return now === undefined || now === address || !range ? [] : [{ ...range, insert: JSON.stringify(now) }];
  });
  return changes
    .sort((one, other) => other.from - one.from)
    .reduce((changed, { from, to, insert }) => changed.slice(0, from) + insert + changed.slice(to), text);
}
