import type { AssetId } from "#lib/base/ids.ts";
import type { FlattenPlan } from "#lib/composition/compile.ts";
import type { LayerName } from "#lib/composition/recipe.ts";
import { drawLayer } from "#lib/imaging/flatten.ts";
import { type AssetParts, keepPixels } from "#lib/library/keep-asset.ts";

/** Flattened layers remembered: the second version of a run, and the next run of an unchanged scene, draw nothing. */
const REMEMBERED_LAYERS = 200;

export type FlattenedLayers = Partial<Record<LayerName, AssetId>>;
export type FlattenLayers = (plan: readonly FlattenPlan[], signal?: AbortSignal) => Promise<FlattenedLayers>;

/**
 * Draws the layers of a plan and keeps them as assets: the same layers are the same assets, however often it is asked.
 * Throws `asset/not-found`, what `drawLayer` throws, and the signal's reason between two layers.
 */
export function createFlattenLayers(parts: AssetParts): FlattenLayers {
  const { store } = parts;
  const remembered = new Map<string, AssetId>();

  async function flattened({ assetId, matrix, size }: FlattenPlan): Promise<AssetId> {
    const key = JSON.stringify([assetId, matrix, size]);
    const known = remembered.get(key);
    if (known !== undefined && (await store.has(known))) return known;
    const { id } = await keepPixels(parts, await drawLayer(await store.read(assetId), matrix, size));
    remembered.set(key, id);
    for (const oldest of remembered.keys()) {
      if (remembered.size <= REMEMBERED_LAYERS) break;
      remembered.delete(oldest);
    }
    return id;
  }

  return async (plan, signal) => {
    const layers: FlattenedLayers = {};
    for (const one of plan) {
      signal?.throwIfAborted();
      layers[one.layer] = await flattened(one);
    }
    return layers;
  };
}
