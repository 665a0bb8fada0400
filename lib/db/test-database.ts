import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { GenerationRow } from "./generation-repository.ts";
import { openStudioDatabase, type StudioDatabase } from "./studio-database.ts";

/** For tests: a fresh studio database in a folder of its own. */
export async function openTestDatabase(): Promise<{ db: StudioDatabase; close(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), "backlot-studio-db-"));
  const db = await openStudioDatabase(path.join(folder, "studio.sqlite"));
  return {
    db,
    async close() {
      await db.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** For tests: a queued generation of run `run_1`. */
export function generationRow(changes: Partial<GenerationRow> = {}): GenerationRow {
  return {
    id: "generation_1",
    runId: "run_1",
    projectId: "project_1",
    position: 0,
    version: "v2",
    n: 1,
    width: 64,
    height: 64,
    state: "queued",
    recipe: { model: "m" },
    plan: [],
    layers: null,
    progressTotal: 1,
    progressSucceeded: 0,
    progressFailed: 0,
    priceFen: 8,
    reservedFen: 8,
    chargedFen: 0,
    attempts: 0,
    taskId: null,
    requestId: null,
    results: null,
    imageCount: null,
    taskMs: null,
    failure: null,
    createdAt: 1,
    startedAt: null,
    endedAt: null,
    ...changes,
  };
}
