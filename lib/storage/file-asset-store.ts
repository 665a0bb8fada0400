import { createHash, randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { access, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { BacklotError } from "#lib/base/errors.ts";
import type { AssetId } from "#lib/base/ids.ts";
import type { AssetStore } from "./asset-store.ts";
import { syncFolder } from "./sync-folder.ts";

export function assetIdOf(bytes: Uint8Array): AssetId {
  return `asset_${createHash("sha256").update(bytes).digest("hex")}`;
}

/** One file per asset in `folder/ab/abcdef…`: temporary file, fsync, rename, fsync of the folder, in that order. */
export function createFileAssetStore(folder: string): AssetStore {
  const fileOf = (id: AssetId) => {
    const hash = id.slice("asset_".length);
    return path.join(folder, hash.slice(0, 2), hash);
  };
  const has = (id: AssetId) =>
    access(fileOf(id), constants.R_OK).then(
      () => true,
      () => false,
    );

  return {
    has,
    async put(bytes) {
      const id = assetIdOf(bytes);
      if (await has(id)) return id;
      const file = fileOf(id);
      const temporary = `${file}.${randomUUID()}.new`;
      try {
        await mkdir(path.dirname(file), { recursive: true });
        const handle = await open(temporary, "wx");
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(temporary, file);
        await syncFolder(path.dirname(file));
      } catch (cause) {
        await rm(temporary, { force: true });
        if (isDiskFull(cause)) throw new BacklotError("storage/full", {}, { cause });
        throw cause;
      }
      return id;
    },
    async read(id) {
      try {
        return await readFile(fileOf(id));
      } catch (cause) {
        throw new BacklotError("asset/not-found", { id }, { cause });
      }
    },
  };
}

function isDiskFull(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === "ENOSPC" || code === "EDQUOT";
}
