import { createHash } from "node:crypto";
import { assetFactsSchema } from "#lib/api/asset-view.ts";
import type { CreateRun, RunView } from "#lib/api/run-view.ts";
import type { Clock } from "#lib/base/clock.ts";
import { BacklotError } from "#lib/base/errors.ts";
import type { newId } from "#lib/base/ids.ts";
import { compile } from "#lib/composition/compile.ts";
import type { ModelVersion, ProjectDocument } from "#lib/composition/document.ts";
import { loadDocument } from "#lib/composition/load-document.ts";
import type { FactsByAssetId } from "#lib/composition/preflight.ts";
import { findAssets } from "#lib/db/asset-repository.ts";
import { type GenerationRow, insertGeneration } from "#lib/db/generation-repository.ts";
import { findIdempotencyKey, insertIdempotencyKey } from "#lib/db/idempotency-repository.ts";
import { findProject } from "#lib/db/project-repository.ts";
import { insertRun } from "#lib/db/run-repository.ts";
import type { Executor, RunRow } from "#lib/db/studio-schema.ts";
import { assetsOf } from "#lib/library/document-assets.ts";
import type { EventLog } from "./event-log.ts";
import { reserve } from "./money.ts";
import { readRun } from "./read-runs.ts";
import { runAnswerSchema } from "./stored-json.ts";

const SCOPE = "create-run";

export type CreateRunParts = {
  events: EventLog;
  clock: Clock;
  newId: typeof newId;
  /** Integer fen per picture. */
  priceFen: number;
};

/**
 * One press of the button: a generation per version (v2 before v3), its recipe, its reservation and its event, all in one
 * transaction. The same `idempotencyKey` with the same request answers the run that is already there.
 *
 * Throws `project/not-found`, `project/stale-revision` {current}, `document/not-ready` (see `compile`), and
 * `request/idempotency-mismatch` for a known key with another request.
 */
export async function createRun(
  { events, clock, newId, priceFen }: CreateRunParts,
  request: CreateRun & { idempotencyKey?: string },
): Promise<RunView> {
  const versions = [...new Set(request.versions)].sort();
  const bodySha256 = sha256(JSON.stringify([request.projectId, request.revision, versions, request.n]));

  return await events.change(async (transaction, append) => {
    const known = await knownRun(transaction, request.idempotencyKey, bodySha256);
    if (known) return known;

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
    if (request.idempotencyKey !== undefined) {
      const key = { scope: SCOPE, key: request.idempotencyKey };
      await insertIdempotencyKey(transaction, { ...key, bodySha256, answer: { runId: run.id }, createdAt });
    }
    return await readRun(transaction, run.id);
  });
}

async function knownRun(executor: Executor, key: string | undefined, bodySha256: string): Promise<RunView | undefined> {
  if (key === undefined) return undefined;
  const known = await findIdempotencyKey(executor, { scope: SCOPE, key });
  if (!known) return undefined;
  if (known.bodySha256 !== bodySha256) throw new BacklotError("request/idempotency-mismatch");
  return await readRun(executor, runAnswerSchema.parse(known.answer).runId);
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

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
