import type { FailureView } from "#lib/api/run-view.ts";
import type { AssetId } from "#lib/base/ids.ts";
import type { Executor } from "#lib/db/studio-schema.ts";

/** Where upstream finds the pictures that a request points to: copies that were uploaded, or this studio itself. */
export type InputHost = {
  /** Good for longer than a task may wait for its turn. May be asked again: it costs nothing. Throws WanxError, `asset/not-found`. */
  addressOf(assetId: AssetId, mediaType: string, signal: AbortSignal): Promise<string>;
  /** Upstream could not read what it was pointed to: from now on other addresses are given out. */
  renew(executor: Executor): Promise<void>;
};

/** Codes by which upstream says that it could not fetch what it was pointed to. */
const UNREADABLE_INPUT = /^InvalidURL|InputDownloadFailed$|FileDownload$|^InvalidParameter\.DataInspection$/;

export function isUnreadableInput({ upstreamCode = "" }: FailureView): boolean {
  return UNREADABLE_INPUT.test(upstreamCode);
}
