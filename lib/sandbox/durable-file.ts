import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { syncFolder } from "#lib/storage/sync-folder.ts";

/** Of files that are not finished; what is left of them after a crash is removed at the next start. */
export const UNFINISHED = ".new";

/** Once it resolves the bytes survive a power cut, and nobody ever sees a part of them. An older file of that name is replaced. */
export async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const folder = path.dirname(file);
  const unfinished = `${file}.${crypto.randomUUID()}${UNFINISHED}`;
  await mkdir(folder, { recursive: true });
  try {
    const handle = await open(unfinished, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
    await syncFolder(folder);
  } finally {
    await rm(unfinished, { force: true });
  }
}
