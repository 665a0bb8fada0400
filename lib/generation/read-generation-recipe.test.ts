import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { type AssetId, newId } from "#lib/base/ids.ts";
import { moveSubject } from "#lib/composition/create-document.ts";
import type { ProjectDocument } from "#lib/composition/document.ts";
import { loadDocument } from "#lib/composition/load-document.ts";
import { assetOfReference, recipeReferences } from "#lib/composition/recipe.ts";
import { findAsset } from "#lib/db/asset-repository.ts";
import { findProject, saveProject } from "#lib/db/project-repository.ts";
import { openStudioDatabase, type StudioDatabase } from "#lib/db/studio-database.ts";
import { decodeImage } from "#lib/imaging/codec.ts";
import type { AssetStore } from "#lib/storage/asset-store.ts";
import { createFileAssetStore } from "#lib/storage/file-asset-store.ts";
import { addProject } from "#tests/crash/lane-rig.ts";
import { createRun } from "./create-run.ts";
import { createEventLog } from "./event-log.ts";
import { createFlattenLayers } from "./flatten-layers.ts";
import { readGenerationRecipe } from "./read-generation-recipe.ts";

let folder: string;
let db: StudioDatabase;
let store: AssetStore;
let projectId: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "backlot-recipe-"));
  db = await openStudioDatabase(path.join(folder, "studio.sqlite"));
  store = createFileAssetStore(path.join(folder, "assets"));
  projectId = await addProject(db, store);
});
afterEach(async () => {
  await db.destroy();
  await rm(folder, { recursive: true, force: true });
});

async function press(revision: number): Promise<string> {
  const events = createEventLog({ db, clock: systemClock });
  const run = await createRun(
    { events, clock: systemClock, newId, priceFen: 8 },
    { projectId, revision, versions: ["v3"], n: 2 },
  );
  return run.generations[0]?.id ?? "";
}
const read = (id: string) =>
  readGenerationRecipe({ db, flattenLayers: createFlattenLayers({ db, store, clock: systemClock }) }, id);
const savedDocument = async () => loadDocument((await findProject(db, projectId))?.document);
const save = (revision: number, document: ProjectDocument) =>
  saveProject(db, projectId, revision, { document, subjectAssetId: null, updatedAt: 2 });

test("answers the document of the run's revision and its layers as assets of the artboard's size, whatever became of the project", async () => {
  const document = await savedDocument();
  const id = await press(1);
  await save(1, { ...document, guide: { ...document.guide, prompt: "changed since" } });
  const answer = await read(id);
  expect(answer.document).toEqual(document);
  expect(answer.recipe.parameters).toEqual({ n: 2, model_version: "v3" });
  const [reference] = recipeReferences(answer.recipe);
  const assetId = assetOfReference(reference ?? "") as AssetId;
  expect(await findAsset(db, assetId)).toMatchObject({ mediaType: "image/png", ...document.artboard });
  expect(await decodeImage(await store.read(assetId))).toMatchObject(document.artboard);
});

test("the hash tells two recipes apart that differ in where a layer stands, and only those", async () => {
  const document = await savedDocument();
  const first = await read(await press(1));
  const transform = { ...(document.subject?.transform ?? { x: 0, y: 0, scaleX: 1, scaleY: 1, rotation: 0 }), x: 40 };
  await save(1, moveSubject(document, transform));
  const moved = await read(await press(2));
  await save(2, document);
  const back = await read(await press(3));
  expect(moved.hash).not.toBe(first.hash);
  expect(back.hash).toBe(first.hash);
});

test("what was noted down when it was sent is answered as it is, without drawing it again", async () => {
  const id = await press(1);
  const sent = `asset_${"5".repeat(64)}`;
  await db
    .updateTable("generations")
    .set({ layers: JSON.stringify({ subject: sent }) })
    .execute();
  expect((await read(id)).recipe.input.base_image_url).toBe(`backlot-asset:${sent}`);
});

test("a run of a release that kept no document has none", async () => {
  const id = await press(1);
  await db.updateTable("runs").set({ document: null }).execute();
  expect(await read(id)).toMatchObject({ document: null, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test("an unknown generation is one", async () => {
  await expect(read("generation_00000000")).rejects.toMatchObject({ code: "generation/not-found" });
});
