import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

export type Migration = {
  /** 1, 2, 3 … */
  version: number;
  /** The file's name. */
  name: string;
  sql: string;
  /** SHA-256 in hex of the text with LF line ends, so that a checkout with CRLF is the same migration. */
  checksum: string;
};

const NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;

/** The migrations of a folder in order. Throws when a name does not fit or a number is missing or double. */
export async function readMigrations(folder: string | URL): Promise<Migration[]> {
  const directory = typeof folder === "string" ? folder : fileURLToPath(folder);
  const names = (await readdir(directory)).filter((name) => name.endsWith(".sql")).sort();
  return await Promise.all(
    names.map(async (name, index) => {
      const version = Number(NAME.exec(name)?.[1]);
      if (version !== index + 1)
        throw new Error(`migration ${name}: expected ${String(index + 1).padStart(4, "0")}-….sql`);
      const sql = (await readFile(path.join(directory, name), "utf8")).replaceAll("\r\n", "\n");
      return { version, name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}
