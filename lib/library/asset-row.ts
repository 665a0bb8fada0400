import { type AssetView, assetViewSchema } from "#lib/api/asset-view.ts";
import type { AssetRow } from "#lib/db/asset-repository.ts";

export function toAssetView({ createdAt: _, ...row }: AssetRow): AssetView {
  return assetViewSchema.parse(row);
}
