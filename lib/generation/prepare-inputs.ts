import type { AssetId } from "#lib/base/ids.ts";
import type { FlattenPlan } from "#lib/composition/compile.ts";
import {
  assetReference,
  bindRecipe,
  layerReference,
  type PictureReference,
  type Recipe,
  recipeSchema,
} from "#lib/composition/recipe.ts";
import { findAsset } from "#lib/db/asset-repository.ts";
import type { GenerationRow } from "#lib/db/generation-repository.ts";
import { flattenLayer } from "#lib/imaging/flatten.ts";
import type { SubmitRequest } from "#lib/wanx/contract/submit-request.ts";
import type { LaneParts } from "./lane-parts.ts";
import { storedPlanSchema } from "./stored-json.ts";
import { uploadOnce } from "./upload-cache.ts";

/** Flattened layers remembered: the second version of a run, and the next run of an unchanged scene, draw nothing. */
const REMEMBERED_LAYERS = 200;

export type PrepareInputs = (row: GenerationRow, signal: AbortSignal) => Promise<SubmitRequest>;

/**
 * Draws the layers, uploads what upstream does not have yet, and answers the request to send. May be repeated: it costs
 * no money and the same layers become the same assets. Throws `asset/not-found`, what `flattenLayer` throws, WanxError.
 */
export function createPrepareInputs(
  parts: Pick<LaneParts, "db" | "client" | "store" | "clock" | "uploadScope">,
): PrepareInputs {
  const { store } = parts;
  const remembered = new Map<string, AssetId>();

  async function flattened(plan: FlattenPlan): Promise<AssetId> {
    const key = JSON.stringify([plan.assetId, plan.matrix, plan.size]);
    const known = remembered.get(key);
    if (known !== undefined && (await store.has(known))) return known;
    const assetId = await store.put(await flattenLayer(await store.read(plan.assetId), plan.matrix, plan.size));
    remembered.set(key, assetId);
    for (const oldest of remembered.keys()) {
      if (remembered.size <= REMEMBERED_LAYERS) break;
      remembered.delete(oldest);
    }
    return assetId;
  }

  return async (row, signal) => {
    const recipe = recipeSchema.parse(row.recipe);
    const urls: Record<PictureReference, string> = {};
    for (const plan of storedPlanSchema.parse(row.plan)) {
      signal.throwIfAborted();
      urls[layerReference(plan.layer)] = await uploadOnce(parts, await flattened(plan), "image/png", signal);
    }
    const guide = guideAsset(recipe);
    if (guide !== undefined) {
      const mediaType = (await findAsset(parts.db, guide))?.mediaType ?? "image/png";
      urls[assetReference(guide)] = await uploadOnce(parts, guide, mediaType, signal);
    }
    return bindRecipe(recipe, urls);
  };
}

function guideAsset(recipe: Recipe): AssetId | undefined {
  return recipe.input.ref_image_url?.match(/asset_[0-9a-f]{64}$/)?.[0] as AssetId | undefined;
}
