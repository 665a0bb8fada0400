import path from "node:path";
import { CamelCasePlugin, type Kysely } from "kysely";
import { openDatabase } from "./database.ts";
import type { StudioSchema } from "./studio-schema.ts";

export type StudioDatabase = Kysely<StudioSchema>;

/** Opens and migrates the studio's own database, an SQLite file. See `openDatabase` for what it promises and throws. */
export async function openStudioDatabase(file: string): Promise<StudioDatabase> {
  const db = await openDatabase<StudioSchema>({ file, migrationsDir: path.join(import.meta.dirname, "migrations") });
  return db.withPlugin(new CamelCasePlugin());
}
