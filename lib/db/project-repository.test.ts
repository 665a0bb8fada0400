import { afterEach, beforeEach, expect, test } from "vitest";
import { insertAsset } from "./asset-repository.ts";
import { insertGeneration } from "./generation-repository.ts";
import { insertPicture } from "./picture-repository.ts";
import {
  deleteProject,
  findProject,
  insertProject,
  listProjects,
  type ProjectRow,
  saveProject,
} from "./project-repository.ts";
import { insertRun } from "./run-repository.ts";
import type { StudioDatabase } from "./studio-database.ts";
import { generationRow, openTestDatabase } from "./test-database.ts";

let db: StudioDatabase;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ db, close } = await openTestDatabase());
});
afterEach(() => close());

const project = (changes: Partial<ProjectRow> = {}): ProjectRow => ({
  id: "project_1",
  name: "Tea",
  revision: 1,
  document: { layers: ["茶"] },
  subjectAssetId: "asset_subject",
  createdAt: 1,
  updatedAt: 1,
  ...changes,
});
const save = (revision: number, changes: { name?: string } = {}) =>
  saveProject(db, "project_1", revision, {
    document: { saved: revision },
    subjectAssetId: null,
    updatedAt: 9,
    ...changes,
  });

test("gives back what was kept, the document as it was", async () => {
  await insertProject(db, project());
  const { subjectAssetId, ...kept } = project();
  expect(await findProject(db, "project_1")).toEqual({ ...kept, cover: subjectAssetId });
  expect(await findProject(db, "project_2")).toBeUndefined();
});

test("a save from the newest revision is the next one; the name stays unless given", async () => {
  await insertProject(db, project());
  expect(await save(1)).toBe(2);
  expect(await save(2, { name: "Coffee" })).toBe(3);
  expect(await findProject(db, "project_1")).toMatchObject({
    revision: 3,
    name: "Coffee",
    document: { saved: 2 },
    updatedAt: 9,
  });
});

test("a save from an older revision is refused with the newest, and changes nothing", async () => {
  await insertProject(db, project());
  await save(1);
  await expect(save(1, { name: "lost" })).rejects.toMatchObject({
    code: "project/stale-revision",
    values: { current: 2 },
  });
  expect(await findProject(db, "project_1")).toMatchObject({ revision: 2, name: "Tea" });
});

test("of saves at the same moment one wins and the others hear of it", async () => {
  await insertProject(db, project());
  const saves = await Promise.allSettled([save(1), save(1), save(1)]);
  expect(saves.filter((one) => one.status === "fulfilled")).toHaveLength(1);
});

test("a project that is gone cannot be saved or deleted", async () => {
  await expect(save(1)).rejects.toMatchObject({ code: "project/not-found" });
  expect(await deleteProject(db, "project_1")).toBe(false);
  await insertProject(db, project());
  expect(await deleteProject(db, "project_1")).toBe(true);
  expect(await findProject(db, "project_1")).toBeUndefined();
});

test("lists the newest save first, page by page, each once, also where times are equal", async () => {
  const updates = [5, 3, 5, 1, 5, 3, 2];
  for (const [index, updatedAt] of updates.entries())
    await insertProject(db, project({ id: `project_${index}`, updatedAt }));
  const seen: string[] = [];
  let page = await listProjects(db, { limit: 2 });
  while (page.length > 0) {
    seen.push(...page.map((row) => `${row.updatedAt} ${row.id}`));
    page = await listProjects(db, { limit: 2, after: page.at(-1) });
  }
  expect(seen).toEqual(
    updates
      .map((updatedAt, index) => `${updatedAt} project_${index}`)
      .sort()
      .reverse(),
  );
});

test("the cover is the newest picture of the project's own, else the subject", async () => {
  await insertProject(db, project());
  await insertProject(db, project({ id: "project_2" }));
  expect((await listProjects(db, { limit: 9 })).map((row) => row.cover)).toEqual(["asset_subject", "asset_subject"]);
  await insertRun(db, { id: "run_1", projectId: "project_1", revision: 1, createdAt: 1 }, { schema: 1 });
  for (const [index, createdAt] of [10, 20, 15].entries()) {
    const id = `generation_${index}`;
    await insertGeneration(db, generationRow({ id, position: index, createdAt }));
    const facts = {};
    const size = { width: 1, height: 1 };
    const assetId = `asset_${createdAt}`;
    await insertAsset(db, { id: assetId, mediaType: "image/png", ...size, sizeBytes: 1, facts, createdAt });
    await insertPicture(db, { id: `picture_${index}`, generationId: id, idx: 0, assetId, ...size, createdAt });
  }
  const covers = (await listProjects(db, { limit: 9 })).map((row) => [row.id, row.cover]);
  expect(Object.fromEntries(covers)).toEqual({ project_1: "asset_20", project_2: "asset_subject" });
});
