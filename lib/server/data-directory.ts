import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { FolderInUse, lockFolder } from "#lib/db/folder-lock.ts";
import { StartRefused } from "./start-refused.ts";

/**
 * Takes the data directory for this process alone and returns the way to give it back.
 * Throws StartRefused when the directory cannot be written or another server holds it.
 */
export function takeDataDirectory(dataDir: string): () => void {
  const holderFile = path.join(dataDir, "server.pid");
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    const release = lockFolder(dataDir);
    writeFileSync(holderFile, String(process.pid));
    return release;
  } catch (cause) {
    const line =
      cause instanceof FolderInUse
        ? `The data directory ${dataDir} is in use by another server${processIn(holderFile)}.`
        : `The data directory ${dataDir} cannot be written (${(cause as NodeJS.ErrnoException).code ?? cause}). Set BACKLOT_DATA_DIR.`;
    throw new StartRefused(line, { cause });
  }
}

/** Who holds it is a courtesy: the refusal stands without it. */
function processIn(file: string): string {
  try {
    return ` (process ${readFileSync(file, "utf8")})`;
  } catch {
    return "";
  }
}
