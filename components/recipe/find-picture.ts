import type { AssetView } from "#lib/api/asset-view.ts";
import type { AssetId } from "#lib/base/ids.ts";
import { getAsset } from "#lib/client/assets.ts";
import { fetchPicture } from "#lib/client/recipes.ts";
import type { PlacedPicture } from "#lib/composition/document.ts";
import { assetOfReference } from "#lib/composition/recipe.ts";
import type { PictureField } from "#lib/composition/recipe-pictures.ts";

/**
 * The picture behind an address: one of this studio is looked up, any other fetched and kept. `remember` gets what was measured of it.
 * Throws `asset/not-found`, `fetch/…` and `upload/…`.
 */
export async function findPicture(
  { address, role }: PictureField,
  { signal, remember }: { signal?: AbortSignal; remember?(asset: AssetView): void },
): Promise<PlacedPicture> {
  const assetId = assetOfReference(address);
  const asset = await (assetId ? getAsset(assetId, signal) : fetchPicture(address, role, signal));
  remember?.(asset);
  const { width, height } = asset;
  return {
    assetId: asset.id as AssetId,
    size: { width, height },
    name: assetId ? assetId.slice(0, 14) : nameOf(address),
  };
}

/** The end of the path, as a file would be called. */
function nameOf(address: string): string {
  const { hostname, pathname } = new URL(address);
  const file = pathname.split("/").at(-1) || hostname;
  return decoded(file)
    .replace(/\.[a-z0-9]{2,5}$/i, "")
    .slice(0, 80);
}

function decoded(file: string): string {
  try {
    return decodeURIComponent(file);
  } catch {
    // An address may hold a bare percent sign: then it is part of the name.
    return file;
  }
}
