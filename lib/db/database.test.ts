import { execFile } from "node:child_process";
import { appendFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { type Kysely, sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "./database.ts";

type Schema = { notes: { id: number; text: string } };

let folder: string;
let open: Kysely<Schema>[];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "backlot-db-"));
  open = [];
  await writeFile(
    path.join(folder, "0001-notes.sql"),
    "create table notes (id integer primary key, text text not null);",
  );
});
afterEach(async () => {
  await Promise.all(open.map((db) => db.destroy()));
  await rm(folder, { recursive: true, force: true });
});

const file = () => path.join(folder, "data", "studio.db");
async function openNotes(): Promise<Kysely<Schema>> {
  const db = await openDatabase<Schema>({ file: file(), migrationsDir: folder });
  open.push(db);
  return db;
}
const pragma = async (db: Kysely<Schema>, name: string) => {
  const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
  return Object.values(rows[0] ?? {})[0];
};

test("opens with what durability needs: WAL, synchronous FULL, foreign keys, a wait for locks", async () => {
  const db = await openNotes();
  expect(await pragma(db, "journal_mode")).toBe("wal");
  expect(await pragma(db, "synchronous")).toBe(2);
  expect(await pragma(db, "foreign_keys")).toBe(1);
  expect(await pragma(db, "busy_timeout")).toBe(5_000);
});

test("keeps what was committed, applies only the new migrations on the next start", async () => {
  const first = await openNotes();
  await first.insertInto("notes").values({ id: 1, text: "kept" }).execute();
  await first.destroy();
  await writeFile(
    path.join(folder, "0002-more.sql"),
    "insert into notes values (2, 'added'); insert into notes values (3, 'too');",
  );
  const second = await openNotes();
  expect(await second.selectFrom("notes").select("text").orderBy("id").execute()).toEqual([
    { text: "kept" },
    { text: "added" },
    { text: "too" },
  ]);
});

test("a migration that fails leaves nothing of itself behind", async () => {
  await writeFile(path.join(folder, "0002-bad.sql"), "create table half (id integer); insert into nowhere values (1);");
  await expect(openNotes()).rejects.toThrow("nowhere");
  await writeFile(path.join(folder, "0002-bad.sql"), "create table half (id integer);");
  await openNotes();
});

test("refuses a database newer than the code", async () => {
  await writeFile(path.join(folder, "0002-more.sql"), "create table more (id integer);");
  await (await openNotes()).destroy();
  await rm(path.join(folder, "0002-more.sql"));
  await expect(openNotes()).rejects.toThrow("newer than this program");
});

test("refuses a migration that changed after it was applied, but not other line ends", async () => {
  await writeFile(path.join(folder, "0001-notes.sql"), "create table notes (id integer primary key,\ntext text);\n");
  await (await openNotes()).destroy();
  await writeFile(
    path.join(folder, "0001-notes.sql"),
    "create table notes (id integer primary key,\r\ntext text);\r\n",
  );
  await (await openNotes()).destroy();
  await appendFile(path.join(folder, "0001-notes.sql"), "-- later thought");
  await expect(openNotes()).rejects.toThrow("0001-notes.sql has changed");
});

test("refuses a gap in the numbers", async () => {
  await writeFile(path.join(folder, "0003-more.sql"), "create table more (id integer);");
  await expect(openNotes()).rejects.toThrow("expected 0002");
});

test("a transaction holds the write lock from its first line, so that a second connection waits instead of failing", async () => {
  const [one, two] = [await openNotes(), await openNotes()];
  await sql`pragma busy_timeout = 50`.execute(two);
  await one.transaction().execute(async (transaction) => {
    await transaction.selectFrom("notes").selectAll().execute();
    await expect(two.transaction().execute(async () => "begun")).rejects.toThrow("locked");
  });
  await expect(two.transaction().execute(async () => "begun")).resolves.toBe("begun");
});

test("an error inside a transaction takes back all of it and reaches the caller as it was", async () => {
  const db = await openNotes();
  const attempt = db.transaction().execute(async (transaction) => {
    await transaction.insertInto("notes").values({ id: 1, text: "lost" }).execute();
    await sql`rollback`.execute(transaction);
    throw new Error("the real reason");
  });
  await expect(attempt).rejects.toThrow("the real reason");
  expect(await db.selectFrom("notes").selectAll().execute()).toEqual([]);
});

test("two processes that start on the same empty folder both come up, and each migration is applied once", async () => {
  await writeFile(
    path.join(folder, "0002-slow.sql"),
    `insert into notes (text) with recursive c(i) as (select 1 union all select i + 1 from c where i < 300000) select 'n' from c;`,
  );
  const script = `
    import { openDatabase } from ${JSON.stringify(new URL("./database.ts", import.meta.url).href)};
    const db = await openDatabase({ file: ${JSON.stringify(file())}, migrationsDir: ${JSON.stringify(folder)} });
    console.log((await db.selectFrom("notes").select((e) => e.fn.countAll().as("n")).executeTakeFirstOrThrow()).n);
    await db.destroy();`;
  const start = () => promisify(execFile)(process.execPath, ["--input-type=module-typescript", "--eval", script]);
  const answers = await Promise.all([start(), start(), start()]);
  expect(answers.map((answer) => answer.stdout.trim())).toEqual(["300000", "300000", "300000"]);
});
