import type { AssetPurpose, AssetView } from "#lib/api/asset-view.ts";
import { BacklotError } from "#lib/base/errors.ts";
import { type AssetId, isId } from "#lib/base/ids.ts";
import { findAsset } from "#lib/db/asset-repository.ts";
import { decodeImage, thumbnail } from "#lib/imaging/codec.ts";
import { normaliseUpload } from "#lib/imaging/normalise.ts";
import { toAssetView } from "./asset-row.ts";
import { extractEdge } from "./extract-edge.ts";
import { type AssetParts, keepAsset, keepPixels, measureFacts } from "./keep-asset.ts";
import { refuseFor } from "./refuse-for.ts";

export type AssetLibrary = ReturnType<typeof createAssetLibrary>;

/** Pictures people bring and pictures made from them, each measured once, when it comes. */
export function createAssetLibrary(parts: AssetParts) {
  const { db, store } = parts;

  /** Throws `asset/not-found`. */
  async function get(id: string): Promise<AssetView> {
    const row = isId("asset", id) ? await findAsset(db, id) : undefined;
    if (row === undefined) throw new BacklotError("asset/not-found", { id });
    return toAssetView(row);
  }

  return {
    get,

    /** Encodes anew, measures, refuses what the purpose cannot use, keeps. Throws `upload/*`. */
    async upload(bytes: Uint8Array, declaredType: string | undefined, purpose: AssetPurpose): Promise<AssetView> {
      const { pixels, bytes: normalised, mode, ...file } = await normaliseUpload(bytes, declaredType);
      const facts = measureFacts(pixels, mode);
      refuseFor(purpose, facts);
      return keepAsset(parts, normalised, { ...file, facts });
    },

    /** The soft-edge map of a cut-out, as a new asset. Throws `asset/not-found`. */
    async makeEdge(id: string, detail: number): Promise<AssetView> {
      const original = await get(id);
      const pixels = await decodeImage(await store.read(original.id as AssetId));
      return keepPixels(parts, await extractEdge(pixels, detail));
    },

    /** The bytes as kept, or a WebP of at most `longSidePx`. Throws `asset/not-found`. */
    async read(id: string, longSidePx?: number): Promise<{ bytes: Uint8Array; mediaType: string }> {
      const { mediaType } = await get(id);
      const bytes = await store.read(id as AssetId);
      if (longSidePx === undefined) return { bytes, mediaType };
      return { bytes: await thumbnail(bytes, longSidePx), mediaType: "image/webp" };
    },
  };
}
