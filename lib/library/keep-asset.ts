import type { AssetFacts, AssetView } from "#lib/api/asset-view.ts";
import type { Clock } from "#lib/base/clock.ts";
import type { AssetId } from "#lib/base/ids.ts";
import { insertAsset } from "#lib/db/asset-repository.ts";
import type { Executor } from "#lib/db/studio-schema.ts";
import { measureEdges } from "#lib/edges/edge-likeness.ts";
import { encodePng } from "#lib/imaging/codec.ts";
import { normaliseUpload } from "#lib/imaging/normalise.ts";
import type { ImageMode } from "#lib/imaging/probe.ts";
import { measureAlpha } from "#lib/pixels/measure-alpha.ts";
import { measureHalo } from "#lib/pixels/measure-halo.ts";
import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import type { AssetStore } from "#lib/storage/asset-store.ts";

export interface AssetParts {
  db: Executor;
  store: AssetStore;
  clock: Clock;
}

export type KeptAsset = AssetView & { id: AssetId };

/** Bytes first, then the row: an asset that is known can be read. The same bytes are the same asset. */
export async function keepAsset(
  { db, store, clock }: AssetParts,
  bytes: Uint8Array,
  view: Omit<AssetView, "id" | "sizeBytes">,
): Promise<KeptAsset> {
  const id = await store.put(bytes);
  const asset: KeptAsset = { ...view, id, sizeBytes: bytes.length };
  await insertAsset(db, { ...asset, createdAt: clock.now() });
  return asset;
}

/** A file from outside: encoded anew, measured, kept unless `judge` refuses it. Throws `upload/*`. */
export async function keepUpload(
  parts: AssetParts,
  bytes: Uint8Array,
  { declaredType, judge }: { declaredType?: string; judge?: (facts: AssetFacts) => void } = {},
): Promise<KeptAsset> {
  const { pixels, bytes: normalised, mode, ...file } = await normaliseUpload(bytes, declaredType);
  const facts = measureFacts(pixels, mode);
  judge?.(facts);
  return await keepAsset(parts, normalised, { ...file, facts });
}

/** A picture that was made here, kept without loss. */
export async function keepPixels(parts: AssetParts, pixels: PixelBuffer): Promise<KeptAsset> {
  const { width, height } = pixels;
  const facts = measureFacts(pixels, "rgba");
  return await keepAsset(parts, await encodePng(pixels), { mediaType: "image/png", width, height, facts });
}

/** Everything pre-flight asks of a picture's pixels; `mode` is that of the file as it came. Some 50 ms for four megapixels. */
export function measureFacts(pixels: PixelBuffer, mode: ImageMode): AssetFacts {
  return { mode, ...measureAlpha(pixels), ...measureEdges(pixels), haloShare: measureHalo(pixels) };
}
