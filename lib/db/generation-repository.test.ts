import { afterEach, beforeEach, expect, test } from "vitest";
import {
  findGeneration,
  generationsInStates,
  insertGeneration,
  oldestGeneration,
  recentTaskTimes,
  updateGeneration,
} from "./generation-repository.ts";
import { insertRun } from "./run-repository.ts";
import type { StudioDatabase } from "./studio-database.ts";
import { generationRow, openTestDatabase } from "./test-database.ts";

let db: StudioDatabase;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ db, close } = await openTestDatabase());
  await insertRun(db, { id: "run_1", projectId: "project_1", revision: 1, createdAt: 1 }, { schema: 1 });
});
afterEach(() => close());

test("keeps JSON as it was, nothing as null", async () => {
  const row = generationRow({ plan: [{ layer: "subject" }], results: [{ url: "https://h/é.png" }], failure: null });
  await insertGeneration(db, row);
  expect(await findGeneration(db, row.id)).toEqual(row);
  await updateGeneration(db, row.id, ["queued"], { failure: { code: "internal" }, results: null });
  expect(await findGeneration(db, row.id)).toEqual({ ...row, failure: { code: "internal" }, results: null });
});

test("changes a generation only where it still stands", async () => {
  await insertGeneration(db, generationRow());
  expect(await updateGeneration(db, "generation_1", ["pending", "running"], { state: "saving" })).toBe(false);
  expect(await updateGeneration(db, "generation_1", ["queued"], { state: "submitting" })).toBe(true);
  expect((await findGeneration(db, "generation_1"))?.state).toBe("submitting");
});

test("takes the oldest first, and within a run in its order", async () => {
  await insertRun(db, { id: "run_2", projectId: "project_1", revision: 1, createdAt: 1 }, { schema: 1 });
  await insertGeneration(db, generationRow({ id: "c", createdAt: 7, position: 1, runId: "run_2" }));
  await insertGeneration(db, generationRow({ id: "b", createdAt: 7, position: 0, runId: "run_2" }));
  await insertGeneration(db, generationRow({ id: "a", createdAt: 5 }));
  await insertGeneration(db, generationRow({ id: "d", createdAt: 1, state: "done", position: 1 }));
  expect((await generationsInStates(db, ["queued"])).map((row) => row.id)).toEqual(["a", "b", "c"]);
  expect((await oldestGeneration(db, "queued"))?.id).toBe("a");
});

test("a state that the machine does not know, and a task that two generations claim, are refused", async () => {
  await expect(insertGeneration(db, generationRow({ state: "lost" }))).rejects.toThrow("CHECK");
  await insertGeneration(db, generationRow({ taskId: "t-1" }));
  const second = generationRow({ id: "generation_2", position: 1, taskId: "t-1" });
  await expect(insertGeneration(db, second)).rejects.toThrow("UNIQUE");
});

test("gives the newest times of finished tasks of the same kind", async () => {
  for (const [index, changes] of [
    { taskMs: 100 },
    { taskMs: null },
    { taskMs: 300, width: 128 },
    { taskMs: 900, version: "v3" },
    { taskMs: 800, n: 2 },
  ].entries()) {
    await insertGeneration(db, generationRow({ id: `g${index}`, position: index, createdAt: index, ...changes }));
  }
  expect(await recentTaskTimes(db, { version: "v2", n: 1 }, 50)).toEqual([
    { taskMs: 300, pixels: 128 * 64 },
    { taskMs: 100, pixels: 64 * 64 },
  ]);
  expect(await recentTaskTimes(db, { version: "v2", n: 1 }, 1)).toHaveLength(1);
});
