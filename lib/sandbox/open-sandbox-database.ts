import path from "node:path";
import { CamelCasePlugin, type Kysely } from "kysely";
import { openDatabase } from "#lib/db/database.ts";
import type { SandboxSchema } from "./sandbox-schema.ts";

export async function openSandboxDatabase(file: string): Promise<Kysely<SandboxSchema>> {
  const migrationsDir = path.join(import.meta.dirname, "migrations");
  const database = await openDatabase<SandboxSchema>({ file, migrationsDir });
  return database.withPlugin(new CamelCasePlugin());
}
