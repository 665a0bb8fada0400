import type { FailureView } from "#lib/api/run-view.ts";
import type { AssetId } from "#lib/base/ids.ts";
import type { Executor } from "#lib/db/studio-schema.ts";
import { deleteUploads, findUpload, saveUpload } from "#lib/db/upload-repository.ts";
import { LIMITS, MODEL_NAME } from "#lib/wanx/contract/limits.ts";
import type { LaneParts } from "./lane-parts.ts";

/** An hour less than upstream keeps them: the task may wait in upstream's queue before it reads its inputs. */
const UPLOAD_CACHE_MS = LIMITS.uploadLifetimeMs - 3600 * 1000;

/** The address of the asset's copy upstream, uploaded unless it is there. Throws WanxError, `asset/not-found`. */
export async function uploadOnce(
  { db, client, store, clock, uploadScope }: Pick<LaneParts, "db" | "client" | "store" | "clock" | "uploadScope">,
  assetId: AssetId,
  mediaType: string,
  signal: AbortSignal,
): Promise<string> {
  const scope = scopeOf(uploadScope);
  const known = await findUpload(db, { assetId, scope }, clock.now());
  if (known) return known.url;
  // Counted from before the upload: a slow one must not seem younger than it is.
  const expiresAt = clock.now() + UPLOAD_CACHE_MS;
  const fileName = `${assetId.slice("asset_".length, "asset_".length + 24)}.${mediaType.slice("image/".length)}`;
  const { url } = await client.upload({ bytes: await store.read(assetId), fileName, mediaType }, { signal });
  await saveUpload(db, { assetId, scope, url, expiresAt });
  return url;
}

/** Codes by which upstream says that it could not fetch what it was pointed to. */
const UNREADABLE_INPUT = /^InvalidURL|InputDownloadFailed$|FileDownload$|^InvalidParameter\.DataInspection$/;

/** After such a failure nothing of the cache is believed: upstream may have lost more than the one file that it names. */
export async function forgetUnreadableUploads(
  executor: Executor,
  uploadScope: string,
  failure: FailureView,
): Promise<void> {
  if (UNREADABLE_INPUT.test(failure.upstreamCode ?? "")) await deleteUploads(executor, scopeOf(uploadScope));
}

function scopeOf(uploadScope: string): string {
  return `${uploadScope} ${MODEL_NAME}`;
}
