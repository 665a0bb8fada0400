import { BacklotError } from "#lib/base/errors.ts";
import {
  assetOfReference,
  bindRecipe,
  type PictureReference,
  recipeReferences,
  recipeSchema,
  withFlattenedLayers,
} from "#lib/composition/recipe.ts";
import { findAsset } from "#lib/db/asset-repository.ts";
import { type GenerationRow, updateGeneration } from "#lib/db/generation-repository.ts";
import type { SubmitRequest } from "#lib/wanx/contract/submit-request.ts";
import { createFlattenLayers } from "./flatten-layers.ts";
import type { LaneParts } from "./lane-parts.ts";
import { storedPlanSchema } from "./stored-json.ts";

export type PrepareInputs = (row: GenerationRow, signal: AbortSignal) => Promise<SubmitRequest>;

/**
 * Draws the layers, notes down which pictures they became, puts them where upstream can read them, and answers the request to send.
 * May be repeated: it costs no money and the same layers become the same assets. Throws what `FlattenLayers` throws, WanxError.
 */
export function createPrepareInputs(parts: Pick<LaneParts, "db" | "store" | "clock" | "inputs">): PrepareInputs {
  const flattenLayers = createFlattenLayers(parts);

  async function addressOf(reference: PictureReference, signal: AbortSignal): Promise<string> {
    signal.throwIfAborted();
    const id = assetOfReference(reference);
    const asset = id && (await findAsset(parts.db, id));
    if (!id || !asset) throw new BacklotError("asset/not-found", { id: reference });
    return await parts.inputs.addressOf(id, asset.mediaType, signal);
  }

  return async (row, signal) => {
    const layers = await flattenLayers(storedPlanSchema.parse(row.plan), signal);
    await updateGeneration(parts.db, row.id, ["queued"], { layers });
    const recipe = withFlattenedLayers(recipeSchema.parse(row.recipe), layers);
    const urls: Record<PictureReference, string> = {};
    for (const reference of recipeReferences(recipe)) urls[reference] = await addressOf(reference, signal);
    return bindRecipe(recipe, urls);
  };
}
