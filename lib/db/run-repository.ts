import type { Executor, RunRow } from "./studio-schema.ts";

export async function insertRun(executor: Executor, run: RunRow): Promise<void> {
  await executor.insertInto("runs").values(run).execute();
}

export async function findRun(executor: Executor, id: string): Promise<RunRow | undefined> {
  return await executor.selectFrom("runs").selectAll().where("id", "=", id).executeTakeFirst();
}

/** The last row of the page before; the next page starts after it. */
export type RunCursor = { createdAt: number; id: string };

/** Newest first; of one project, or of all. */
export async function listRuns(
  executor: Executor,
  page: { projectId?: string; limit: number; after?: RunCursor },
): Promise<RunRow[]> {
  const { projectId, limit, after } = page;
  let query = executor.selectFrom("runs").selectAll().orderBy("createdAt", "desc").orderBy("id", "desc").limit(limit);
  if (projectId !== undefined) query = query.where("projectId", "=", projectId);
  if (after) {
    query = query.where((where) =>
      where.or([
        where("createdAt", "<", after.createdAt),
        where.and([where("createdAt", "=", after.createdAt), where("id", "<", after.id)]),
      ]),
    );
  }
  return await query.execute();
}
