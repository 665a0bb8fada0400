import type { AssetFacts, AssetPurpose, AssetView } from "#lib/api/asset-view.ts";
import { BacklotError } from "#lib/base/errors.ts";
import { type AssetId, isId } from "#lib/base/ids.ts";
import { findAsset } from "#lib/db/asset-repository.ts";
import { decodeImage, thumbnail } from "#lib/imaging/codec.ts";
import { normaliseUpload } from "#lib/imaging/normalise.ts";
import { toAssetView } from "./asset-row.ts";
import { extractEdge } from "./extract-edge.ts";
import type { FetchPicture } from "./fetch-picture.ts";
import { type AssetParts, keepAsset, keepPixels, measureFacts } from "./keep-asset.ts";
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

  /** Encodes anew, measures, lets `judge` refuse, keeps. Throws `upload/*`. */
  async function take(
    bytes: Uint8Array,
    declaredType: string | undefined,
    judge: (facts: AssetFacts) => void,
  ): Promise<AssetView> {
    const { pixels, bytes: normalised, mode, ...file } = await normaliseUpload(bytes, declaredType);
    const facts = measureFacts(pixels, mode);
    judge(facts);
    return keepAsset(parts, normalised, { ...file, facts });
  }

  return {
    get,

    /** Refuses what the purpose cannot use. Throws `upload/*`. */
    upload: (bytes: Uint8Array, declaredType: string | undefined, purpose: AssetPurpose): Promise<AssetView> =>
      take(bytes, declaredType, (facts) => refuseFor(purpose, facts)),

    /**
     * A picture that a pasted request names. A subject or element that the API would refuse comes all the same: the request is then a
     * canvas, on which pre-flight names the layer and offers the way out. It says nothing of a guide's pixels, so that is judged here.
     * Throws what `FetchPicture` throws, `upload/*`.
     */
    async fetchFrom(url: string, purpose: AssetPurpose): Promise<AssetView> {
      return take(await fetchPicture(url), undefined, (facts) => {
        if (purpose === "guide") refuseFor(purpose, facts);
      });
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
