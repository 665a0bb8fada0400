import { open } from "node:fs/promises";

/** A rename is durable only once its folder is: without this a power cut may take the file's name away. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
