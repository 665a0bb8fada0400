import { createStore, type StoreApi } from "zustand/vanilla";
import type { AssetFacts } from "#lib/api/asset-view.ts";
import { getAsset } from "#lib/client/assets.ts";
import type { ProjectDocument } from "#lib/composition/document.ts";

export type AssetFactsById = Readonly<Record<string, AssetFacts | undefined>>;
export type AssetFactsStore = StoreApi<AssetFactsById>;

export function createAssetFactsStore(): AssetFactsStore {
  return createStore<AssetFactsById>()(() => ({}));
}

export function rememberFacts(store: AssetFactsStore, asset: { id: string; facts: AssetFacts }): void {
  store.setState({ [asset.id]: asset.facts });
}

/** Fetches what is not known yet of the pictures a document uses. What cannot be had stays unknown: pre-flight says less then. */
export async function loadFacts(store: AssetFactsStore, document: ProjectDocument): Promise<void> {
  const used = [document.subject, ...document.foreground, ...document.background].flatMap((layer) => layer ?? []);
  const unknown = new Set(used.map(({ assetId }) => assetId).filter((assetId) => !(assetId in store.getState())));
  await Promise.allSettled([...unknown].map(async (assetId) => rememberFacts(store, await getAsset(assetId))));
}
