import { deleteUploads, findUpload, saveUpload } from "#lib/db/upload-repository.ts";
import { LIMITS, MODEL_NAME } from "#lib/wanx/contract/limits.ts";
import type { InputHost } from "./input-host.ts";
import type { LaneParts } from "./lane-parts.ts";

/** An hour less than upstream keeps them: the task may wait in upstream's queue before it reads its inputs. */
const UPLOAD_CACHE_MS = LIMITS.uploadLifetimeMs - 3600 * 1000;

/**
 * Inputs as temporary uploads, each made once and remembered. `account` names upstream and account, never the key: an upload is good
 * for no other.
 */
export function createUploadedInputs(
  { db, client, store, clock }: Pick<LaneParts, "db" | "client" | "store" | "clock">,
  account: string,
): InputHost {
  const scope = `${account} ${MODEL_NAME}`;
  return {
    async addressOf(assetId, mediaType, signal) {
      const known = await findUpload(db, { assetId, scope }, clock.now());
      if (known) return known.url;
      // Counted from before the upload: a slow one must not seem younger than it is.
      const expiresAt = clock.now() + UPLOAD_CACHE_MS;
      const fileName = `${assetId.slice("asset_".length, "asset_".length + 24)}.${mediaType.slice("image/".length)}`;
      const { url } = await client.upload({ bytes: await store.read(assetId), fileName, mediaType }, { signal });
      await saveUpload(db, { assetId, scope, url, expiresAt });
      return url;
    },
    // Nothing of the cache is believed then: upstream may have lost more than the one file that it names.
    renew: (executor) => deleteUploads(executor, scope),
  };
}
