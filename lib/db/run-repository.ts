import type { Executor, RunRow } from "./studio-schema.ts";

const COLUMNS = ["id", "projectId", "revision", "createdAt"] as const;

/** `document` is JSON, large, and asked for by itself. */
export async function insertRun(executor: Executor, run: RunRow, document: unknown): Promise<void> {
  await executor
    .insertInto("runs")
    .values({ ...run, document: JSON.stringify(document) })
    .execute();
}

export async function findRun(executor: Executor, id: string): Promise<RunRow | undefined> {
  return await executor.selectFrom("runs").select(COLUMNS).where("id", "=", id).executeTakeFirst();
}

/** What the run was compiled from; null for a run of before this was kept, and for none. */
export async function findRunDocument(executor: Executor, id: string): Promise<unknown> {
  const row = await executor.selectFrom("runs").select("document").where("id", "=", id).executeTakeFirst();
  return row?.document ? JSON.parse(row.document) : null;
}

/** The last row of the page before; the next page starts after it. */
export type RunCursor = { createdAt: number; id: string };

/** Newest first; of one project, or of all. */
export async function listRuns(
  executor: Executor,
  page: { projectId?: string; limit: number; after?: RunCursor },
): Promise<RunRow[]> {
  const { projectId, limit, after } = page;
  let query = executor
    .selectFrom("runs")
    .select(COLUMNS)
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(limit);
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
