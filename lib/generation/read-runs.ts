import type { GenerationView, RunView } from "#lib/api/run-view.ts";
import { BacklotError } from "#lib/base/errors.ts";
import { findGeneration, generationsOfRuns } from "#lib/db/generation-repository.ts";
import { picturesOf } from "#lib/db/picture-repository.ts";
import { findRun, listRuns, type RunCursor } from "#lib/db/run-repository.ts";
import type { Executor, RunRow } from "#lib/db/studio-schema.ts";
import { toGenerationView, toRunView } from "./views.ts";

/** Throws `run/not-found`. */
export async function readRun(executor: Executor, id: string): Promise<RunView> {
  const run = await findRun(executor, id);
  if (!run) throw new BacklotError("run/not-found", { id });
  const [view] = await withGenerations(executor, [run]);
  return view as RunView;
}

/** Newest first; of one project, or of all. */
export async function readRuns(
  executor: Executor,
  page: { projectId?: string; limit: number; after?: RunCursor },
): Promise<RunView[]> {
  return await withGenerations(executor, await listRuns(executor, page));
}

/** Throws `generation/not-found`. */
export async function readGeneration(executor: Executor, id: string): Promise<GenerationView> {
  const row = await findGeneration(executor, id);
  if (!row) throw new BacklotError("generation/not-found", { id });
  return toGenerationView(row, await picturesOf(executor, [id]));
}

async function withGenerations(executor: Executor, runs: readonly RunRow[]): Promise<RunView[]> {
  const generations = await generationsOfRuns(
    executor,
    runs.map((run) => run.id),
  );
  const pictures = await picturesOf(
    executor,
    generations.map((generation) => generation.id),
  );
  return runs.map((run) => toRunView(run, generations, pictures));
}
