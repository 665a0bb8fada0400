import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { newId } from "#lib/base/ids.ts";
import { recipeSchema } from "#lib/composition/recipe.ts";
import { generationsOfRuns } from "#lib/db/generation-repository.ts";
import { ledgerTotals } from "#lib/db/ledger-repository.ts";
import { findProject, saveProject } from "#lib/db/project-repository.ts";
import { openStudioDatabase, type StudioDatabase } from "#lib/db/studio-database.ts";
import { createFileAssetStore } from "#lib/storage/file-asset-store.ts";
import { addProject } from "#tests/crash/lane-rig.ts";
import { createRun } from "./create-run.ts";
import { createEventLog, type EventLog } from "./event-log.ts";
import { readRun, readRuns } from "./read-runs.ts";
import { storedPlanSchema } from "./stored-json.ts";

let folder: string;
let db: StudioDatabase;
let events: EventLog;
let projectId: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "backlot-run-"));
  db = await openStudioDatabase(path.join(folder, "studio.sqlite"));
  events = createEventLog({ db, clock: systemClock });
  projectId = await addProject(db, createFileAssetStore(path.join(folder, "assets")));
});
afterEach(async () => {
  await db.destroy();
  await rm(folder, { recursive: true, force: true });
});

const press = (changes: Partial<Parameters<typeof createRun>[1]> = {}) =>
  createRun(
    { events, clock: systemClock, newId, priceFen: 8 },
    { projectId, revision: 1, versions: ["v2"], n: 1, ...changes },
  );
const noTrace = async () => {
  expect(await readRuns(db, { limit: 10 })).toEqual([]);
  expect(await events.replay(0)).toEqual([]);
  expect(await ledgerTotals(db)).toEqual({ reservedFen: 0, chargedFen: 0 });
};

test("makes a generation per version, v2 first, each with its recipe, its plan, its event and its money held back", async () => {
  const run = await press({ versions: ["v3", "v2", "v3"], n: 3 });
  expect(run).toMatchObject({ projectId, revision: 1 });
  expect(run.generations.map(({ version, state, n, cost }) => ({ version, state, n, cost }))).toEqual([
    { version: "v2", state: "queued", n: 3, cost: { reservedFen: 24, chargedFen: 0 } },
    { version: "v3", state: "queued", n: 3, cost: { reservedFen: 24, chargedFen: 0 } },
  ]);
  expect(await readRun(db, run.id)).toEqual(run);
  for (const row of await generationsOfRuns(db, [run.id])) {
    expect(recipeSchema.parse(row.recipe).parameters).toMatchObject({ n: 3, model_version: row.version });
    expect(storedPlanSchema.parse(row.plan).map((plan) => plan.layer)).toEqual(["subject"]);
  }
  expect((await events.replay(0)).map(({ type, generation }) => [type, generation])).toEqual(
    run.generations.map((generation) => ["generation-queued", generation]),
  );
  expect(await ledgerTotals(db)).toEqual({ reservedFen: 48, chargedFen: 0 });
});

test("what is to be committed with a run is there with it, or neither is", async () => {
  const commit = (work: Parameters<typeof createRun>[2]) =>
    createRun(
      { events, clock: systemClock, newId, priceFen: 8 },
      { projectId, revision: 1, versions: ["v2"], n: 1 },
      work,
    );
  const refused = commit(async () => {
    throw new Error("not with me");
  });
  await expect(refused).rejects.toThrow("not with me");
  await noTrace();
  const seen: unknown[] = [];
  const run = await commit(async (transaction, made) => {
    seen.push(made, await readRun(transaction, made.id));
  });
  expect(seen).toEqual([run, run]);
});

test("a revision that is not the newest is refused, and leaves nothing behind", async () => {
  await expect(press({ revision: 2 })).rejects.toMatchObject({
    code: "project/stale-revision",
    values: { current: 1 },
  });
  await noTrace();
});

test("an unknown project is refused", async () => {
  await expect(press({ projectId: "project_00000000" })).rejects.toMatchObject({ code: "project/not-found" });
  await noTrace();
});

test("a scene that is not ready is refused, and leaves no money behind", async () => {
  const project = await findProject(db, projectId);
  const document = { ...(project?.document as object), subject: null };
  await saveProject(db, projectId, 1, { document, subjectAssetId: null, updatedAt: 2 });
  await expect(press({ revision: 2 })).rejects.toMatchObject({ code: "document/not-ready" });
  await noTrace();
});

test("lists the newest run first, page by page, without a run twice or missing", async () => {
  const pressed = [];
  for (let count = 0; count < 5; count += 1) pressed.push((await press()).id);
  const pages = [];
  let after: { createdAt: number; id: string } | undefined;
  for (let page = await readRuns(db, { limit: 2, after }); page.length > 0; ) {
    pages.push(...page);
    after = page.at(-1);
    page = await readRuns(db, { projectId, limit: 2, after });
  }
  expect(pages.map((run) => run.id).sort()).toEqual(pressed.sort());
  expect(pages.map((run) => run.createdAt)).toEqual(pages.map((run) => run.createdAt).sort((a, b) => b - a));
  expect(await readRuns(db, { projectId: "project_00000000", limit: 2 })).toEqual([]);
});
