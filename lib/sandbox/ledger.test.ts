import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { createLedger } from "./ledger.ts";
import { openSandboxDatabase } from "./open-sandbox-database.ts";
import type { Executor } from "./sandbox-schema.ts";

let folder: string;
let db: Executor;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "backlot-ledger-"));
  db = await openSandboxDatabase(path.join(folder, "sandbox.sqlite"));
});
afterEach(async () => {
  await db.destroy();
  await rm(folder, { recursive: true, force: true });
});

test("lines come in the order of the events, however many there are", async () => {
  const ledger = createLedger(db, { ...systemClock, now: () => 1_700_000_000_000 });
  await db.transaction().execute(async (transaction) => {
    for (let count = 1; count <= 2001; count += 1) {
      await ledger.record({ event: "started", taskId: String(count) }, transaction);
    }
  });
  const lines = await Array.fromAsync(ledger.lines());
  expect(lines[0]).toBe('{"seq":1,"at":1700000000000,"event":"started","taskId":"1"}\n');
  expect(lines.map((line) => JSON.parse(line).taskId)).toEqual(lines.map((_, index) => String(index + 1)));
  expect(lines).toHaveLength(2001);
});

test("what is in it can neither be changed nor removed", async () => {
  await createLedger(db, systemClock).record({ event: "canceled", taskId: "1" });
  await expect(db.updateTable("ledger").set({ at: 0 }).execute()).rejects.toThrow("append-only");
  await expect(db.deleteFrom("ledger").execute()).rejects.toThrow("append-only");
});

test("an entry of a transaction that comes to nothing is none", async () => {
  const ledger = createLedger(db, systemClock);
  const failing = db.transaction().execute(async (transaction) => {
    await ledger.record({ event: "canceled", taskId: "1" }, transaction);
    throw new Error("the power fails");
  });
  await expect(failing).rejects.toThrow("the power fails");
  expect(await Array.fromAsync(ledger.lines())).toEqual([]);
});
