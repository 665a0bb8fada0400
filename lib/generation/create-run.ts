import { assetFactsSchema } from "#lib/api/asset-view.ts";
import type { CreateRun, RunView } from "#lib/api/run-view.ts";
import type { Clock } from "#lib/base/clock.ts";
import { BacklotError } from "#lib/base/errors.ts";
import type { newId } from "#lib/base/ids.ts";
import { compile } from "#lib/composition/compile.ts";
import type { ModelVersion, ProjectDocument } from "#lib/composition/document.ts";
import type { FactsByAssetId } from "#lib/composition/facts.ts";
import { loadDocument } from "#lib/composition/load-document.ts";
import { findAssets } from "#lib/db/asset-repository.ts";
import { type GenerationRow, insertGeneration } from "#lib/db/generation-repository.ts";
import { findProject } from "#lib/db/project-repository.ts";
import { insertRun } from "#lib/db/run-repository.ts";
import type { Executor, RunRow } from "#lib/db/studio-schema.ts";
import { assetsOf } from "#lib/library/document-assets.ts";
import type { EventLog } from "./event-log.ts";
import { reserve } from "./money.ts";
import { readRun } from "./read-runs.ts";

export type CreateRunParts = {
  events: EventLog;
  clock: Clock;
  newId: typeof newId;
  /** Integer fen per picture. */
  priceFen: number;
};

/**
 * One press of the button: a generation per version (v2 before v3), its recipe, its reservation and its event, all in one
 * transaction, of which `commitWith` is the last part.
 *
 * Throws `project/not-found`, `project/stale-revision` {current}, `document/not-ready` (see `compile`).
 */
export async function createRun(
  { events, clock, newId, priceFen }: CreateRunParts,
  request: CreateRun,
  commitWith?: (transaction: Executor, run: RunView) => Promise<void>,
): Promise<RunView> {
  const versions = [...new Set(request.versions)].sort();
  return await events.change(async (transaction, append) => {
    const document = await newestDocument(transaction, request);
    const facts = await factsOf(transaction, document);
    const createdAt = clock.now();
    const { projectId, revision, n } = request;
    const run: RunRow = { id: newId("run"), projectId, revision, createdAt };
    await insertRun(transaction, run, document);
    for (const [position, version] of versions.entries()) {
      const row = queuedGeneration({ id: newId("generation"), run, position, version, n, document, facts, priceFen });
      await insertGeneration(transaction, row);
      await reserve(transaction, row, createdAt);
      await append("generation-queued", row.id);
    }
    const view = await readRun(transaction, run.id);
    await commitWith?.(transaction, view);
    return view;
  });
}

async function newestDocument(executor: Executor, { projectId, revision }: CreateRun): Promise<ProjectDocument> {
  const project = await findProject(executor, projectId);
  if (!project) throw new BacklotError("project/not-found", { id: projectId });
  if (project.revision !== revision) throw new BacklotError("project/stale-revision", { current: project.revision });
  return loadDocument(project.document);
}

/** What was measured of the document's pictures: a subject that the service would refuse is refused here, before it costs. */
async function factsOf(executor: Executor, document: ProjectDocument): Promise<FactsByAssetId> {
  const assets = await findAssets(executor, assetsOf(document));
  return Object.fromEntries(assets.map(({ id, facts }) => [id, assetFactsSchema.parse(facts)]));
}

function queuedGeneration(parts: {
  id: string;
  run: RunRow;
  position: number;
  version: ModelVersion;
  n: number;
  document: ProjectDocument;
  facts: FactsByAssetId;
  priceFen: number;
}): GenerationRow {
  const { id, run, position, version, n, document, facts, priceFen } = parts;
  const { recipe, plan } = compile(document, { version, n, facts });
  return {
    id,
    runId: run.id,
    projectId: run.projectId,
    position,
    version,
    n,
    width: document.artboard.width,
    height: document.artboard.height,
    state: "queued",
    recipe,
    plan,
    layers: null,
    progressTotal: n,
    progressSucceeded: 0,
    progressFailed: 0,
    priceFen,
    reservedFen: n * priceFen,
    chargedFen: 0,
    attempts: 0,
    taskId: null,
    requestId: null,
    results: null,
    imageCount: null,
    taskMs: null,
    failure: null,
    createdAt: run.createdAt,
    startedAt: null,
    endedAt: null,
  };
}
