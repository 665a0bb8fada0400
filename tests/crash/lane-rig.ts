import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { GenerationState, GenerationView } from "#lib/api/run-view.ts";
import { systemClock } from "#lib/base/clock.ts";
import { newId } from "#lib/base/ids.ts";
import { createDocument, placeSubject } from "#lib/composition/create-document.ts";
import type { ModelVersion, Size } from "#lib/composition/document.ts";
import { insertProject } from "#lib/db/project-repository.ts";
import { openStudioDatabase, type StudioDatabase } from "#lib/db/studio-database.ts";
import type { Engine } from "#lib/engine/engine.ts";
import { createRun } from "#lib/generation/create-run.ts";
import { createEventLog } from "#lib/generation/event-log.ts";
import { createLane, type Lane } from "#lib/generation/lane.ts";
import { readGeneration } from "#lib/generation/read-runs.ts";
import { createUploadedInputs } from "#lib/generation/uploaded-inputs.ts";
import { createSandbox } from "#lib/sandbox/create-sandbox.ts";
import type { AssetStore } from "#lib/storage/asset-store.ts";
import { createFileAssetStore } from "#lib/storage/file-asset-store.ts";
import { ApiKey } from "#lib/wanx/client/api-key.ts";
import { createWanxClient } from "#lib/wanx/client/create-client.ts";
import { MODEL_NAME, PRICE_FEN_PER_PICTURE } from "#lib/wanx/contract/limits.ts";
import { createFaultyFetch } from "#tests/faults/faulty-fetch.ts";
import { productPng } from "#tests/fixtures/images.ts";
import { createFastClock } from "./fast-clock.ts";

export const SUBMIT = "POST /api/v1/services/aigc/background-generation/generation";

/** The smallest artboard on which the engine's pictures still differ. */
const ARTBOARD: Size = { width: 96, height: 96 };

/** A submission's deadline of 20 s is then 4: enough on a busy machine too. */
const SPEED = 5;

export const silentLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

export type LaneRig = Awaited<ReturnType<typeof createLaneRig>>;

/** A studio without its server: database, files and lane, with the real sandbox behind a network that can be broken. The engine is shared: its threads take longest to start. */
export async function createLaneRig(engine: Engine) {
  const folder = await mkdtemp(path.join(tmpdir(), "backlot-lane-"));
  const clock = createFastClock(SPEED);
  const sandbox = await createSandbox({ dataDir: path.join(folder, "sandbox"), engine, clock });
  const network = createFaultyFetch(sandbox.fetch);
  const client = createWanxClient({
    baseUrl: "http://sandbox.internal/api/v1",
    apiKey: new ApiKey("sk-test"),
    fetch: network.fetch,
    clock,
  });
  const db = await openStudioDatabase(path.join(folder, "studio.sqlite"));
  const store = createFileAssetStore(path.join(folder, "assets"));
  const events = createEventLog({ db, clock });
  const inputs = createUploadedInputs({ db, client, store, clock }, "sandbox");
  const openLane = () => createLane({ db, client, store, clock, log: silentLog, events, inputs });
  let lane: Lane = openLane();
  const projectId = await addProject(db, store);

  return {
    clock,
    folder,
    db,
    store,
    events,
    network,
    client,
    projectId,
    get lane() {
      return lane;
    },
    /** Stops the lane as a shutdown does, and starts a new one on the same database. */
    async restart() {
      await lane.stop();
      lane = openLane();
      lane.start();
    },
    async press(request: { versions?: ModelVersion[]; n?: number } = {}) {
      const run = await createRun(
        { events, clock, newId, priceFen: PRICE_FEN_PER_PICTURE },
        { projectId, revision: 1, versions: ["v2"], n: 1, ...request },
      );
      lane.wake();
      return run;
    },
    /** Waits until the run's first generation is in one of these states, as an event tells; fails after 15 seconds. */
    async until(run: { generations: { id: string }[] }, ...states: GenerationState[]): Promise<GenerationView> {
      const generationId = run.generations[0]?.id ?? "";
      for await (const event of events.subscribe(0, AbortSignal.timeout(15_000))) {
        if (event.generation.id === generationId && states.includes(event.generation.state)) {
          const now = await readGeneration(db, generationId);
          if (states.includes(now.state)) return now;
        }
      }
      const { state } = await readGeneration(db, generationId);
      throw new Error(`${generationId} is ${state}, not ${states.join(" or ")}`);
    },
    /** Puts the subject's picture back into the store. */
    addSubject: async () => store.put(await productPng()),
    /** What the sandbox itself has on record. */
    tasksUpstream: async () => (await client.list({ pageSize: 100 })).tasks,
    /** Sends a task of somebody else's under the same key: what comes after it waits upstream. */
    async occupyUpstream() {
      const { url } = await client.upload({ bytes: await productPng(), fileName: "other.png", mediaType: "image/png" });
      const input = { base_image_url: url, ref_prompt: "a bottle in the snow" };
      await client.submit({ model: MODEL_NAME, input, parameters: { n: 4, model_version: "v2" } });
    },
    async close() {
      await lane.stop();
      await sandbox.close();
      await db.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function addProject(db: StudioDatabase, store: AssetStore): Promise<string> {
  const assetId = await store.put(await productPng());
  const empty = createDocument(ARTBOARD);
  const scene = placeSubject(empty, { assetId, size: { width: 200, height: 260 }, name: "bottle" });
  const document = { ...scene, guide: { ...scene.guide, prompt: "a bottle on a stone in the evening sun" } };
  const id = newId("project");
  const at = systemClock.now();
  await insertProject(db, {
    id,
    name: "Bottle",
    revision: 1,
    document,
    subjectAssetId: assetId,
    createdAt: at,
    updatedAt: at,
  });
  return id;
}
