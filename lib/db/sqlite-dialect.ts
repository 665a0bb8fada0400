import type Database from "better-sqlite3";
import { CompiledQuery, type DatabaseConnection, SqliteDialect, SqliteDriver, type TransactionSettings } from "kysely";

/**
 * Takes the write lock at `begin`. A plain `begin` reads first and asks for the lock at its first write; when another
 * process wrote in between, SQLite answers SQLITE_BUSY_SNAPSHOT at once, whatever busy_timeout says.
 */
class ImmediateSqliteDriver extends SqliteDriver {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database });
    this.#database = database;
  }

  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const isReadOnly = settings?.accessMode === "read only";
    await connection.executeQuery(CompiledQuery.raw(isReadOnly ? "begin" : "begin immediate"));
  }

  /** A full disk makes SQLite roll back by itself; rolling back again would hide that error behind "no transaction is active". */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** SQLite over one better-sqlite3 connection; Kysely's own mutex lets one query or transaction at a time through. */
export class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver(this.#database);
  }
}
