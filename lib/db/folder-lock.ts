import { mkdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";

/** Another process holds the folder; any other failure is the file system's own. */
export class FolderInUse extends Error {
  constructor(folder: string, options?: ErrorOptions) {
    super(`The folder ${folder} is in use by another process.`, options);
    this.name = "FolderInUse";
  }
}

/**
 * Takes `folder` (made when it is not there) for this process alone and returns the way to give it back. The lock is an open
 * EXCLUSIVE transaction on a tiny SQLite file: the kernel drops it when the process dies, so no stale lock outlives a kill -9.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const lock = new Database(path.join(folder, "lock.sqlite"), { timeout: 0 });
  try {
    lock.exec("begin exclusive");
  } catch (cause) {
    lock.close();
    const isBusy = (cause as { code?: string }).code?.startsWith("SQLITE_BUSY");
    throw isBusy ? new FolderInUse(folder, { cause }) : cause;
  }
  return () => {
    lock.exec("rollback");
    lock.close();
  };
}
