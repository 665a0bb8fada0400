import { mkdir } from "node:fs/promises";
import path from "node:path";
import Database from "better-sqlite3";
import { Kysely } from "kysely";
import { migrateSqlite } from "./migrate-sqlite.ts";
import { readMigrations } from "./migration-files.ts";
import { ImmediateSqliteDialect } from "./sqlite-dialect.ts";

/** How long a statement waits for another process's lock. The wait is inside SQLite and holds the event loop. */
const BUSY_TIMEOUT_MS = 5_000;
/** A second process that starts at the same time waits for the first one's migration. */
const MIGRATION_TIMEOUT_MS = 60_000;

export type DatabaseOptions = {
  /** Made, with its folders, when it is not there. */
  file: string;
  /** Folder of `NNNN-name.sql`, numbered from 0001 without gaps. */
  migrationsDir: string | URL;
};

/**
 * Opens and migrates an SQLite file. A committed transaction survives kill -9 and a power cut (WAL, synchronous=FULL).
 * There is one connection: inside `db.transaction()` ask only the transaction, a query on the root would wait for ever.
 * Throws a plain Error when the database is newer than the code or a migration that was applied has changed since.
 * `db.destroy()` closes it.
 */
export async function openDatabase<Schema>({ file, migrationsDir }: DatabaseOptions): Promise<Kysely<Schema>> {
  const migrations = await readMigrations(migrationsDir);
  await mkdir(path.dirname(file), { recursive: true });
  const database = new Database(file, { timeout: MIGRATION_TIMEOUT_MS });
  try {
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    database.pragma("foreign_keys = ON");
    migrateSqlite(database, migrations);
    database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  } catch (cause) {
    database.close();
    throw new Error(`cannot open the database ${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
  return new Kysely<Schema>({ dialect: new ImmediateSqliteDialect(database) });
}
