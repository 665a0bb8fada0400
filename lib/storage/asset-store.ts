import type { AssetId } from "#lib/base/ids.ts";

/**
 * Bytes by the hash of themselves. What `put` has acknowledged survives a power cut, and `read` answers exactly those bytes;
 * putting the same bytes again is free. Who may see an asset is decided above.
 */
export interface AssetStore {
  put(bytes: Uint8Array): Promise<AssetId>;
  /** Throws `asset/not-found`. */
  read(id: AssetId): Promise<Uint8Array>;
  has(id: AssetId): Promise<boolean>;
}
