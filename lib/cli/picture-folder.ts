import { constants } from "node:fs";
import { access, link, lstat, mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { newId } from "#lib/base/ids.ts";
import { reasonOf, UsageError } from "./usage-error.ts";

/** Where the file system has no hard links, a name is looked for and then taken. */
const NO_LINKS = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"];

/**
 * Makes the folder and sees that pictures can be saved there under these names. Before anything is paid for; throws UsageError for a folder
 * that cannot be written or a name that it does not take, and without `force` for a name that is taken.
 */
export async function openPictureFolder(folder: string, names: readonly string[], force: boolean): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK | constants.X_OK);
    for (const name of names) {
      const file = path.join(folder, name);
      if ((await exists(file)) && !force) throw new UsageError("exists", { file });
    }
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError("folder", { folder, reason: reasonOf(cause) }, { cause });
  }
}

/**
 * Writes a picture whole, then gives it its name: under that name there is never half a picture. Without `force` nothing is overwritten, also
 * what came there meanwhile: the picture is paid for, so it takes the next free name (`cup-v2-1 (2).png`). Answers the path.
 */
export async function savePicture(folder: string, name: string, bytes: Uint8Array, force: boolean): Promise<string> {
  const temporary = path.join(folder, `.${newId("picture")}.part`);
  try {
    const handle = await open(temporary, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return await moveTo(temporary, path.join(folder, name), force);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw cause;
  }
}

async function moveTo(temporary: string, file: string, force: boolean): Promise<string> {
  if (force) {
    await rename(temporary, file);
    return file;
  }
  const { dir, name, ext } = path.parse(file);
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? file : path.join(dir, `${name} (${count})${ext}`);
    if (await takeName(temporary, free)) return free;
  }
}

/** False when the name is taken. A link is refused where a rename would overwrite. */
async function takeName(temporary: string, file: string): Promise<boolean> {
  try {
    await link(temporary, file);
    await rm(temporary);
    return true;
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (!NO_LINKS.includes(code)) throw error;
    if (await exists(file)) return false;
    await rename(temporary, file);
    return true;
  }
}

/** Also a link to nowhere is a name that is taken. Throws for a name that the file system does not take. */
async function exists(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}
