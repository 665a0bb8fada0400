import { mkdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";

/**
 * Takes `folder` for this sandbox alone and returns the way to give it back: two queues over one database would render every
 * task twice. The lock is an open EXCLUSIVE transaction; the kernel drops it when the process dies, also by kill -9.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const lock = new Database(path.join(folder, "lock.sqlite"), { timeout: 0 });
  try {
    lock.exec("begin exclusive");
  } catch (cause) {
    lock.close();
    throw new Error(`The folder ${folder} is in use by another sandbox.`, { cause });
  }
  return () => {
    lock.exec("rollback");
    lock.close();
  };
}
