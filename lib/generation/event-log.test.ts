import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { newId } from "#lib/base/ids.ts";
import { deleteEventsBefore } from "#lib/db/event-repository.ts";
import { openStudioDatabase, type StudioDatabase } from "#lib/db/studio-database.ts";
import { createFileAssetStore } from "#lib/storage/file-asset-store.ts";
import { addProject } from "#tests/crash/lane-rig.ts";
import { createRun } from "./create-run.ts";
import { createEventLog, type EventLog } from "./event-log.ts";

let folder: string;
let db: StudioDatabase;
let events: EventLog;
let generationId: string;
let reader: AbortController;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "backlot-events-"));
  db = await openStudioDatabase(path.join(folder, "studio.sqlite"));
  events = createEventLog({ db, clock: systemClock });
  reader = new AbortController();
  const projectId = await addProject(db, createFileAssetStore(path.join(folder, "assets")));
  const parts = { events, clock: systemClock, newId, priceFen: 8 };
  const run = await createRun(parts, { projectId, revision: 1, versions: ["v2"], n: 1 });
  generationId = run.generations[0]?.id ?? "";
});
afterEach(async () => {
  reader.abort();
  await db.destroy();
  await rm(folder, { recursive: true, force: true });
});

const tell = () => events.change((_, append) => append("generation-progressed", generationId));
async function collect(afterSeq: number, count: number): Promise<number[]> {
  const seqs: number[] = [];
  for await (const event of events.subscribe(afterSeq, reader.signal)) {
    seqs.push(event.seq);
    if (seqs.length === count) break;
  }
  return seqs;
}
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

test("a subscriber gets what was before and what comes after, in order, without a gap or a repeat", async () => {
  for (let count = 0; count < 130; count += 1) await tell();
  const all = collect(0, 300);
  const writers = Array.from({ length: 169 }, async (_, index) => {
    if (index % 7 === 0) await systemClock.sleep(index % 5);
    await tell();
  });
  await Promise.all(writers);
  expect(await all).toEqual(upTo(300));
});

test("many subscribers that come and go at any place each get exactly the rest", async () => {
  const joining = upTo(20).map(async (place) => {
    await systemClock.sleep(place);
    return [place, await collect(place, 40)] as const;
  });
  for (let count = 0; count < 80; count += 1) {
    await tell();
    if (count % 4 === 0) await systemClock.sleep(1);
  }
  for (const [place, seqs] of await Promise.all(joining)) expect(seqs).toEqual(upTo(place + 40).slice(place));
});

test("what is rolled back is never told", async () => {
  const failing = events.change(async (_, append) => {
    await append("generation-progressed", generationId);
    throw new Error("afterwards");
  });
  await expect(failing).rejects.toThrow("afterwards");
  await tell();
  expect((await events.replay(0)).map((event) => event.type)).toEqual(["generation-queued", "generation-progressed"]);
});

test("a subscription ends when its reader goes, also while nothing happens", async () => {
  const quiet = collect(await events.last(), 1);
  await systemClock.sleep(20);
  reader.abort();
  expect(await quiet).toEqual([]);
  expect(await collect(0, 1)).toEqual([]);
});

test("replays only what came after the place, however much it is", async () => {
  for (let count = 0; count < 249; count += 1) await tell();
  expect((await events.replay(0)).map((event) => event.seq)).toEqual(upTo(250));
  expect((await events.replay(248)).map((event) => event.seq)).toEqual([249, 250]);
  expect(await events.replay(250)).toEqual([]);
});

test("knows which places the log still holds, and never gives a number twice", async () => {
  expect([await events.holds(0), await events.holds(1), await events.holds(2)]).toEqual([true, true, false]);
  await tell();
  await tell();
  await deleteEventsBefore(db, systemClock.now() + 1_000);
  expect(await events.last()).toBe(3);
  expect([await events.holds(1), await events.holds(2), await events.holds(3)]).toEqual([false, true, true]);
  await tell();
  expect(await events.last()).toBe(4);
});
