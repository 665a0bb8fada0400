import path from "node:path";
import type { About } from "#lib/api/about-view.ts";
import type { PageQuery } from "#lib/api/page.ts";
import type { PromptReading, PromptRole } from "#lib/api/prompt-reading.ts";
import type { GenerationRecipe, PictureFormat, PictureReading } from "#lib/api/recipe-view.ts";
import type { CreateRun, GenerationView, RunList, RunView } from "#lib/api/run-view.ts";
import { systemClock } from "#lib/base/clock.ts";
import { newId } from "#lib/base/ids.ts";
import { openStudioDatabase } from "#lib/db/studio-database.ts";
import { createRun } from "#lib/generation/create-run.ts";
import { createEventLog } from "#lib/generation/event-log.ts";
import { exportPicture, type PictureFile } from "#lib/generation/export-picture.ts";
import { createFlattenLayers } from "#lib/generation/flatten-layers.ts";
import { createLane } from "#lib/generation/lane.ts";
import { readGenerationRecipe } from "#lib/generation/read-generation-recipe.ts";
import { listRunPage, readGeneration } from "#lib/generation/read-runs.ts";
import type { SignedInputs } from "#lib/generation/signed-inputs.ts";
import { type AssetLibrary, createAssetLibrary } from "#lib/library/asset-library.ts";
import { createExampleBuilder } from "#lib/library/examples.ts";
import { createFetchPicture } from "#lib/library/fetch-picture.ts";
import { createProjectLibrary, type ProjectLibrary } from "#lib/library/project-library.ts";
import { readPicture } from "#lib/library/read-picture.ts";
import type { Sandbox } from "#lib/sandbox/create-sandbox.ts";
import { createFileAssetStore } from "#lib/storage/file-asset-store.ts";
import { MODEL_NAME, PRICE_FEN_PER_PICTURE } from "#lib/wanx/contract/limits.ts";
import { connectUpstream } from "./connect-upstream.ts";
import type { Environment } from "./environment.ts";
import { createIdempotency, type Idempotency, type Remember } from "./idempotency.ts";
import type { Log } from "./log.ts";
import { type OpenStream, openStudioEvents } from "./studio-events.ts";

/** What routes and pages may ask for. */
export interface Container {
  log: Log;
  projects: ProjectLibrary;
  assets: AssetLibrary;
  runs: {
    list(page: PageQuery & { projectId?: string }): Promise<RunList>;
    create(request: CreateRun, remember: Remember<RunView>): Promise<RunView>;
    recipe(generationId: string): Promise<GenerationRecipe>;
    cancel(generationId: string): Promise<GenerationView>;
    sendAgain(generationId: string): Promise<GenerationView>;
  };
  pictures: {
    export(pictureId: string, format: PictureFormat): Promise<PictureFile>;
    read(file: Uint8Array): Promise<PictureReading>;
  };
  /** One reading for each prompt, in their order. */
  readPrompts(prompts: readonly string[], role: PromptRole): PromptReading[];
  idempotency: Idempotency;
  openEvents(after: number | undefined): Promise<OpenStream>;
  /** What upstream fetches from here; null while inputs are uploaded to it. */
  signedInputs: SignedInputs | null;
  /** Null while the studio sends to the cloud, unless it is mounted there as well. */
  sandbox: Sandbox | null;
  about: About;
  /** Takes up what an earlier process left, and begins to send. */
  start(): void;
  /** Lets a submission on the wire be recorded, then closes everything. */
  stop(): Promise<void>;
}

/** The composition root: the one place where rooms are joined. `root` is the folder of the checkout. */
export async function createContainer(parts: { environment: Environment; root: string; log: Log }): Promise<Container> {
  const { environment, root, log } = parts;
  const clock = systemClock;
  const db = await openStudioDatabase(path.join(environment.dataDir, "studio.sqlite"));
  const store = createFileAssetStore(path.join(environment.dataDir, "assets"));
  const assetParts = { db, store, clock };
  const fetchPicture = createFetchPicture({ alsoHosts: environment.fetchAllowHosts });
  const assets = createAssetLibrary({ ...assetParts, fetchPicture });
  const buildExample = createExampleBuilder(assets, path.join(root, "public/examples"));
  const projects = createProjectLibrary({ db, clock, buildExample });
  const events = createEventLog({ db, clock });
  const flattenLayers = createFlattenLayers(assetParts);
  const upstream = await connectUpstream({ environment, db, store, clock, log });
  const lane = createLane({
    db,
    client: upstream.client,
    inputs: upstream.inputs,
    store,
    clock,
    events,
    log,
  });

  return {
    log,
    projects,
    assets,
    runs: {
      list: (page) => listRunPage(db, page),
      async create(request, remember) {
        const run = await createRun({ events, clock, newId, priceFen: PRICE_FEN_PER_PICTURE }, request, remember);
        lane.wake();
        return run;
      },
      recipe: (generationId) => readGenerationRecipe({ db, flattenLayers }, generationId),
      async cancel(generationId) {
        await lane.cancel(generationId);
        return readGeneration(db, generationId);
      },
      async sendAgain(generationId) {
        await lane.sendAgain(generationId);
        return readGeneration(db, generationId);
      },
    },
    pictures: {
      export: (pictureId, format) => exportPicture({ ...assetParts, flattenLayers }, pictureId, format),
      read: (file) => readPicture(assetParts, file),
    },
    readPrompts: (prompts, role) => prompts.map((prompt) => ({ unknown: upstream.unknownWords(prompt, role) })),
    idempotency: createIdempotency({ db, clock }),
    openEvents: (after) => openStudioEvents(events, after),
    signedInputs: upstream.signedInputs,
    sandbox: upstream.sandbox,
    about: { upstream: upstream.kind, model: MODEL_NAME, priceFenPerPicture: PRICE_FEN_PER_PICTURE },
    start: () => lane.start(),
    async stop() {
      await lane.stop();
      await upstream.close();
      await db.destroy();
    },
  };
}
