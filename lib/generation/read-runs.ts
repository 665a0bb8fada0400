import { type PageQuery, pageOf, readCursor } from "#lib/api/page.ts";
import type { GenerationView, RunList, RunView } from "#lib/api/run-view.ts";
import { BacklotError } from "#lib/base/errors.ts";
import { findGeneration, generationsOfRuns } from "#lib/db/generation-repository.ts";
import { picturesOf } from "#lib/db/picture-repository.ts";
import { findProject } from "#lib/db/project-repository.ts";
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

/** One page, newest first; of one project, or of all. Throws `request/invalid` for a cursor of something else, `project/not-found` for what never was a project. */
export async function listRunPage(
  executor: Executor,
  { projectId, limit, cursor }: PageQuery & { projectId?: string },
): Promise<RunList> {
  const place = cursor === undefined ? undefined : readCursor(cursor, "run");
  const after = place && { createdAt: place.at, id: place.id };
  const found = await readRuns(executor, { projectId, limit: limit + 1, after });
  if (projectId !== undefined && !place && found.length === 0 && !(await findProject(executor, projectId))) {
    throw new BacklotError("project/not-found", { id: projectId });
  }
  const { rows, nextCursor } = pageOf(found, limit, ({ createdAt, id }) => ({ at: createdAt, id }));
  return { runs: rows, nextCursor };
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
