import type Database from "better-sqlite3";
import type { Migration } from "./migration-files.ts";

const CREATE_TABLE = `create table if not exists migrations (
  version integer primary key,
  name text not null,
  checksum text not null,
  applied_at text not null default current_timestamp
)`;

type Applied = { version: number; name: string; checksum: string };

/**
 * Applies what is missing, each migration in a transaction of its own. Safe when two processes start at once: what has
 * been applied is read under the write lock, so the second one finds the first one's work done.
 */
export function migrateSqlite(database: Database.Database, migrations: readonly Migration[]): void {
  let isDone = false;
  while (!isDone) {
    database
      .transaction(() => {
        isDone = applyNext(database, migrations);
      })
      .immediate();
  }
}

/** Answers true when there was nothing left to apply. */
function applyNext(database: Database.Database, migrations: readonly Migration[]): boolean {
  database.exec(CREATE_TABLE);
  const applied = database
    .prepare("select version, name, checksum from migrations order by version")
    .all() as Applied[];
  for (const row of applied) {
    const known = migrations[row.version - 1];
    if (!known) throw new Error(`it is newer than this program (migration ${row.name}); start the newer program`);
    if (known.checksum !== row.checksum) throw new Error(`migration ${known.name} has changed since it was applied`);
  }
  const next = migrations[applied.length];
  if (!next) return true;
  database.exec(next.sql);
  database
    .prepare("insert into migrations (version, name, checksum) values (?, ?, ?)")
    .run(next.version, next.name, next.checksum);
  return false;
}
