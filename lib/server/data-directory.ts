import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { StartRefused } from "./start-refused.ts";

/**
 * Takes the data directory for this process alone and returns the way to give it back. The lock is an EXCLUSIVE transaction on a
 * tiny SQLite file: the kernel drops it when the process dies, so no stale lock outlives a kill -9.
 * Throws StartRefused when the directory cannot be written or another server holds it.
 */
export function takeDataDirectory(dataDir: string): () => void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new StartRefused(
      `The data directory ${dataDir} cannot be written (${codeOf(cause)}). Set BACKLOT_DATA_DIR.`,
      {
        cause,
      },
    );
  }
  const holderFile = path.join(dataDir, "server.pid");
  const lock = openLock(path.join(dataDir, "lock.sqlite"), dataDir);
  try {
    lock.pragma("busy_timeout = 0");
    lock.exec("begin exclusive");
  } catch (cause) {
    lock.close();
    throw new StartRefused(`The data directory ${dataDir} is in use by another server${pidIn(holderFile)}.`, { cause });
  }
  writeFileSync(holderFile, String(process.pid));
  return () => {
    lock.exec("rollback");
    lock.close();
  };
}

function openLock(file: string, dataDir: string) {
  try {
    return new Database(file);
  } catch (cause) {
    throw new StartRefused(
      `The data directory ${dataDir} cannot be written (${codeOf(cause)}). Set BACKLOT_DATA_DIR.`,
      {
        cause,
      },
    );
  }
}

function pidIn(file: string): string {
  try {
    return ` (process ${readFileSync(file, "utf8")})`;
  } catch {
    return ""; // who holds it is a courtesy: the refusal stands without it
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
