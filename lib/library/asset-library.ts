import type { AssetFacts, AssetPurpose, AssetRepair, AssetView } from "#lib/api/asset-view.ts";
import { BacklotError } from "#lib/base/errors.ts";
import { type AssetId, isId } from "#lib/base/ids.ts";
import { findAsset } from "#lib/db/asset-repository.ts";
import { decodeImage, thumbnail } from "#lib/imaging/codec.ts";
import { toAssetView } from "./asset-row.ts";
import type { FetchPicture } from "./fetch-picture.ts";
import { type AssetParts, keepPixels, keepUpload } from "./keep-asset.ts";
import { workOnPixels } from "./pixel-work.ts";
import type { PixelWork } from "./pixel-work.worker.ts";
import { refuseFor } from "./refuse-for.ts";

export type AssetLibrary = ReturnType<typeof createAssetLibrary>;

/** Pictures people bring and pictures made from them, each measured once, when it comes. */
export function createAssetLibrary(parts: AssetParts & { fetchPicture: FetchPicture }) {
  const { db, store, fetchPicture } = parts;

  /** Throws `asset/not-found`. */
  async function get(id: string): Promise<AssetView> {
    const row = isId("asset", id) ? await findAsset(db, id) : undefined;
    if (row === undefined) throw new BacklotError("asset/not-found", { id });
    return toAssetView(row);
  }

  async function derive(id: string, work: PixelWork): Promise<AssetView> {
    const original = await get(id);
    const pixels = await decodeImage(await store.read(original.id as AssetId));
    return keepPixels(parts, await workOnPixels(pixels, work));
  }

  return {
    get,

    /** Refuses what the purpose cannot use. Throws `upload/*`. */
    upload: (bytes: Uint8Array, declaredType: string | undefined, purpose: AssetPurpose): Promise<AssetView> =>
      keepUpload(parts, bytes, { declaredType, judge: (facts) => refuseFor(purpose, facts) }),

    /**
     * A picture that a pasted request names. A subject or element that the API would refuse comes all the same: the request is then a
     * canvas, on which pre-flight names the layer and offers the way out. It says nothing of a guide's pixels, so that is judged here.
     * Throws what `FetchPicture` throws, `upload/*`.
     */
    async fetchFrom(url: string, purpose: AssetPurpose): Promise<AssetView> {
      const judge = (facts: AssetFacts) => refuseFor(purpose, facts);
      return keepUpload(parts, await fetchPicture(url), purpose === "guide" ? { judge } : {});
    },

    /** The soft-edge map of a cut-out, as a new asset. Throws `asset/not-found`. */
    makeEdge: (id: string, detail: number): Promise<AssetView> => derive(id, { kind: "soft-edges", detail }),

    /** The picture mended, as a new asset. Throws `asset/not-found`. */
    repair: (id: string, repair: AssetRepair): Promise<AssetView> => derive(id, { kind: repair }),

    /** The bytes as kept, or a WebP of at most `longSidePx`. Throws `asset/not-found`. */
    async read(id: string, longSidePx?: number): Promise<{ bytes: Uint8Array; mediaType: string }> {
      const { mediaType } = await get(id);
      const bytes = await store.read(id as AssetId);
      if (longSidePx === undefined) return { bytes, mediaType };
      return { bytes: await thumbnail(bytes, longSidePx), mediaType: "image/webp" };
    },
  };
}
