import {
  type FailureView,
  failureViewSchema,
  type GenerationState,
  type GenerationView,
  generationStateSchema,
  type PictureView,
  type RunView,
} from "#lib/api/run-view.ts";
import { modelVersionSchema } from "#lib/composition/document.ts";
import { readUpstreamError } from "#lib/composition/read-upstream-error.ts";
import { recipeSchema } from "#lib/composition/recipe.ts";
import type { GenerationRow } from "#lib/db/generation-repository.ts";
import type { PictureRow, RunRow } from "#lib/db/studio-schema.ts";

export function stateOf(row: Pick<GenerationRow, "state">): GenerationState {
  return generationStateSchema.parse(row.state);
}

/** `pictures` are the generation's own, in the order of their places. */
export function toGenerationView(row: GenerationRow, pictures: readonly PictureRow[]): GenerationView {
  return {
    id: row.id,
    runId: row.runId,
    projectId: row.projectId,
    version: modelVersionSchema.parse(row.version),
    n: row.n,
    state: stateOf(row),
    attempts: row.attempts,
    progress: { total: row.progressTotal, succeeded: row.progressSucceeded, failed: row.progressFailed },
    pictures: pictures.map(toPictureView),
    failure: row.failure === null ? null : withReading(failureViewSchema.parse(row.failure), row.recipe),
    cost: { reservedFen: row.reservedFen, chargedFen: row.chargedFen },
    taskId: row.taskId,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
  };
}

/** Read anew each time: what upstream said is kept word for word, and how it is understood may get better. */
function withReading(failure: FailureView, stored: unknown): FailureView {
  const recipe = recipeSchema.safeParse(stored);
  if (failure.upstreamMessage === undefined || !recipe.success) return failure;
  return { ...failure, reading: readUpstreamError(failure.upstreamMessage, recipe.data) };
}

export function toRunView(
  run: RunRow,
  generations: readonly GenerationRow[],
  pictures: readonly PictureRow[],
): RunView {
  return {
    ...run,
    generations: generations
      .filter((generation) => generation.runId === run.id)
      .map((generation) =>
        toGenerationView(
          generation,
          pictures.filter((picture) => picture.generationId === generation.id),
        ),
      ),
  };
}

function toPictureView({ id, idx, assetId, width, height }: PictureRow): PictureView {
  return { id, index: idx, assetId, width, height };
}
