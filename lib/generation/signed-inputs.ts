import { createHmac, timingSafeEqual } from "node:crypto";
import type { Clock } from "#lib/base/clock.ts";
import { BacklotError } from "#lib/base/errors.ts";
import type { AssetId } from "#lib/base/ids.ts";
import type { AssetStore } from "#lib/storage/asset-store.ts";
import type { InputHost } from "./input-host.ts";

/** As long as upstream keeps a task: whatever it still has to do, it can read its inputs. */
const GOOD_FOR_MS = 24 * 3600 * 1000;
const FILE_NAME = /^(asset_[0-9a-f]{64})\.(png|jpeg|webp)$/;

export type SignedInputs = InputHost & {
  /** Throws `input/not-signed` for an address that was not given out here or has expired, `asset/not-found`. */
  read(
    fileName: string,
    signed: { expires: string; signature: string },
  ): Promise<{ bytes: Uint8Array; mediaType: string }>;
};

/**
 * Inputs as addresses of this studio, each signed for one file and a time: `{publicUrl}/api/inputs/{asset}.png?expires=…&signature=…`.
 * `secret` must outlive a restart, or tasks that wait upstream cannot read theirs.
 */
export function createSignedInputs(parts: {
  /** Origin without a slash at its end. */
  publicUrl: string;
  secret: string;
  store: Pick<AssetStore, "read">;
  clock: Clock;
}): SignedInputs {
  const { publicUrl, secret, store, clock } = parts;
  const signatureOf = (fileName: string, expires: string) =>
    createHmac("sha256", secret).update(`${fileName}\n${expires}`).digest();

  return {
    async addressOf(assetId, mediaType) {
      const fileName = `${assetId}.${mediaType.slice("image/".length)}`;
      const expires = String(Math.ceil((clock.now() + GOOD_FOR_MS) / 1000));
      const signature = signatureOf(fileName, expires).toString("base64url");
      return `${publicUrl}/api/inputs/${fileName}?${new URLSearchParams({ expires, signature })}`;
    },
    // The address says nothing that could be stale.
    renew: async () => undefined,
    async read(fileName, { expires, signature }) {
      const given = Buffer.from(signature, "base64url");
      const right = signatureOf(fileName, expires);
      const isSigned = given.length === right.length && timingSafeEqual(given, right);
      const [, assetId, type] = FILE_NAME.exec(fileName) ?? [];
      if (!isSigned || assetId === undefined || clock.now() > Number(expires) * 1000) {
        throw new BacklotError("input/not-signed");
      }
      return { bytes: await store.read(assetId as AssetId), mediaType: `image/${type}` };
    },
  };
}
