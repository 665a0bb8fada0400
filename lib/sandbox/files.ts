import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { UNFINISHED, writeDurably } from "./durable-file.ts";

/** The bytes beside the database: `uploads/` by the hash of their object key, `results/` by task and place. */
export interface SandboxFiles {
  writeUpload(objectKey: string, bytes: Uint8Array): Promise<void>;
  /** Undefined when it is not there. */
  readUpload(objectKey: string): Promise<Uint8Array | undefined>;
  removeUpload(objectKey: string): Promise<void>;
  writeResult(taskId: string, position: number, png: Uint8Array): Promise<void>;
  readResult(taskId: string, position: number): Promise<Uint8Array | undefined>;
  removeResult(taskId: string, position: number): Promise<void>;
}

/** Makes the folders, and removes what a crash left half written; only one process may have them open. */
export async function openSandboxFiles(folder: string): Promise<SandboxFiles> {
  const uploads = path.join(folder, "uploads");
  const results = path.join(folder, "results");
  for (const each of [uploads, results]) await openFolder(each);
  const uploadFile = (objectKey: string) => path.join(uploads, createHash("sha256").update(objectKey).digest("hex"));
  const resultFile = (taskId: string, position: number) => path.join(results, `${taskId}_${position}.png`);
  return {
    writeUpload: (objectKey, bytes) => writeDurably(uploadFile(objectKey), bytes),
    readUpload: (objectKey) => readIfThere(uploadFile(objectKey)),
    removeUpload: (objectKey) => rm(uploadFile(objectKey), { force: true }),
    writeResult: (taskId, position, png) => writeDurably(resultFile(taskId, position), png),
    readResult: (taskId, position) => readIfThere(resultFile(taskId, position)),
    removeResult: (taskId, position) => rm(resultFile(taskId, position), { force: true }),
  };
}

async function openFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (name.endsWith(UNFINISHED)) await rm(path.join(folder, name), { force: true });
  }
}

async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
