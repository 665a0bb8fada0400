import type { Insertable, Selectable } from "kysely";
import type { Executor, StudioSchema } from "./studio-schema.ts";

type JsonColumn = "recipe" | "plan" | "layers" | "results" | "failure";

/** `recipe`, `plan`, `layers`, `results` and `failure` are JSON; the room that writes them knows their schemas. */
export type GenerationRow = Omit<Selectable<StudioSchema["generations"]>, JsonColumn> & Record<JsonColumn, unknown>;
export type GenerationChanges = Partial<Omit<GenerationRow, "id" | "runId" | "projectId" | "createdAt" | "position">>;

export async function insertGeneration(executor: Executor, row: GenerationRow): Promise<void> {
  const values: Insertable<StudioSchema["generations"]> = {
    ...row,
    recipe: JSON.stringify(row.recipe),
    plan: JSON.stringify(row.plan),
    layers: textOrNull(row.layers),
    results: textOrNull(row.results),
    failure: textOrNull(row.failure),
  };
  await executor.insertInto("generations").values(values).execute();
}

export async function findGeneration(executor: Executor, id: string): Promise<GenerationRow | undefined> {
  const row = await executor.selectFrom("generations").selectAll().where("id", "=", id).executeTakeFirst();
  return row && parsed(row);
}

/**
 * Changes the generation if it still is in one of the states `from`, and answers whether it was. What somebody else
 * has decided meanwhile (a cancel, a finished task) is not overwritten.
 */
export async function updateGeneration(
  executor: Executor,
  id: string,
  from: readonly string[],
  changes: GenerationChanges,
): Promise<boolean> {
  const { recipe, plan, layers, results, failure, ...columns } = changes;
  const { numUpdatedRows } = await executor
    .updateTable("generations")
    .set({
      ...columns,
      ...(recipe !== undefined && { recipe: JSON.stringify(recipe) }),
      ...(plan !== undefined && { plan: JSON.stringify(plan) }),
      ...(layers !== undefined && { layers: textOrNull(layers) }),
      ...(results !== undefined && { results: textOrNull(results) }),
      ...(failure !== undefined && { failure: textOrNull(failure) }),
    })
    .where("id", "=", id)
    .where("state", "in", from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** First in, first out; within a run in the order of its versions. */
export async function oldestGeneration(executor: Executor, state: string): Promise<GenerationRow | undefined> {
  const [row] = await generationsInStates(executor, [state], 1);
  return row;
}

export async function generationsInStates(
  executor: Executor,
  states: readonly string[],
  limit?: number,
): Promise<GenerationRow[]> {
  const query = executor
    .selectFrom("generations")
    .selectAll()
    .where("state", "in", states)
    .orderBy("createdAt")
    .orderBy("runId")
    .orderBy("position");
  const rows = await (limit === undefined ? query : query.limit(limit)).execute();
  return rows.map(parsed);
}

export async function generationsOfRuns(executor: Executor, runIds: readonly string[]): Promise<GenerationRow[]> {
  if (runIds.length === 0) return [];
  const rows = await executor
    .selectFrom("generations")
    .selectAll()
    .where("runId", "in", runIds)
    .orderBy("runId")
    .orderBy("position")
    .execute();
  return rows.map(parsed);
}

/** How long the newest finished tasks of the same kind took, newest first. */
export async function recentTaskTimes(
  executor: Executor,
  kind: { version: string; n: number },
  limit: number,
): Promise<{ taskMs: number; pixels: number }[]> {
  const rows = await executor
    .selectFrom("generations")
    .select(["taskMs", "width", "height"])
    .where("version", "=", kind.version)
    .where("n", "=", kind.n)
    .where("taskMs", "is not", null)
    .orderBy("createdAt", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ taskMs: row.taskMs ?? 0, pixels: row.width * row.height }));
}

function parsed(row: Selectable<StudioSchema["generations"]>): GenerationRow {
  const { recipe, plan, layers, results, failure, ...columns } = row;
  return {
    ...columns,
    recipe: JSON.parse(recipe),
    plan: JSON.parse(plan),
    layers: jsonOrNull(layers),
    results: jsonOrNull(results),
    failure: jsonOrNull(failure),
  };
}

function jsonOrNull(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}

function textOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
