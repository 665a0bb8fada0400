import type { AssetPurpose, AssetView } from "#lib/api/asset-view.ts";
import type { Clock } from "#lib/base/clock.ts";
import { BacklotError } from "#lib/base/errors.ts";
import { type AssetId, isId } from "#lib/base/ids.ts";
import { findAsset, insertAsset } from "#lib/db/asset-repository.ts";
import type { Executor } from "#lib/db/studio-schema.ts";
import { decodeImage, encodePng, thumbnail } from "#lib/imaging/codec.ts";
import { normaliseUpload } from "#lib/imaging/normalise.ts";
import { edgeLikeness } from "#lib/pixels/edge-likeness.ts";
import { measureAlpha } from "#lib/pixels/measure-alpha.ts";
import type { AssetStore } from "#lib/storage/asset-store.ts";
import { toAssetView } from "./asset-row.ts";
import { extractEdge } from "./extract-edge.ts";
import { refuseFor } from "./refuse-for.ts";

export interface AssetLibraryParts {
  db: Executor;
  store: AssetStore;
  clock: Clock;
}

export type AssetLibrary = ReturnType<typeof createAssetLibrary>;

/** Pictures people bring and pictures made from them, each measured once, when it comes. */
export function createAssetLibrary({ db, store, clock }: AssetLibraryParts) {
  /** Throws `asset/not-found`. */
  async function get(id: string): Promise<AssetView> {
    const row = isId("asset", id) ? await findAsset(db, id) : undefined;
    if (row === undefined) throw new BacklotError("asset/not-found", { id });
    return toAssetView(row);
  }

  async function keep(bytes: Uint8Array, view: Omit<AssetView, "id" | "sizeBytes">): Promise<AssetView> {
    const id = await store.put(bytes);
    const asset: AssetView = { ...view, id, sizeBytes: bytes.length };
    await insertAsset(db, { ...asset, id, createdAt: clock.now() });
    return asset;
  }

  return {
    get,

    /** Encodes anew, measures, refuses what the purpose cannot use, keeps. Throws `upload/*`. */
    async upload(bytes: Uint8Array, declaredType: string | undefined, purpose: AssetPurpose): Promise<AssetView> {
      const { pixels, bytes: normalised, mode, ...file } = await normaliseUpload(bytes, declaredType);
      const facts = { mode, ...measureAlpha(pixels), edgeLikeness: edgeLikeness(pixels) };
      refuseFor(purpose, facts);
      return keep(normalised, { ...file, facts });
    },

    /** The soft-edge map of a cut-out, as a new asset. Throws `asset/not-found`. */
    async makeEdge(id: string, detail: number): Promise<AssetView> {
      const original = await get(id);
      const pixels = await decodeImage(await store.read(original.id as AssetId));
      const edge = await extractEdge(pixels, detail);
      return keep(await encodePng(edge), {
        mediaType: "image/png",
        width: edge.width,
        height: edge.height,
        facts: { mode: "rgba", ...measureAlpha(edge), edgeLikeness: edgeLikeness(edge) },
      });
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
