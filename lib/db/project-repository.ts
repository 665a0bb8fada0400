import { BacklotError } from "#lib/base/errors.ts";
import type { Executor } from "./studio-schema.ts";

export type ProjectRow = {
  id: string;
  name: string;
  revision: number;
  document: unknown;
  /** The subject's picture, kept beside the document so that a list needs not read it. */
  subjectAssetId: string | null;
  createdAt: number;
  updatedAt: number;
};

/** A project without its document. `cover` is the newest picture of any of its generations, else the subject's. */
export type ProjectSummaryRow = Omit<ProjectRow, "document" | "subjectAssetId"> & { cover: string | null };

/** The last row of the page before; the next page starts after it. */
export type ProjectCursor = { updatedAt: number; id: string };

/** Newest save first. */
export async function listProjects(
  executor: Executor,
  page: { limit: number; after?: ProjectCursor },
): Promise<ProjectSummaryRow[]> {
  let query = summaries(executor).orderBy("updatedAt", "desc").orderBy("id", "desc").limit(page.limit);
  const { after } = page;
  if (after) {
    query = query.where((where) =>
      where.or([
        where("updatedAt", "<", after.updatedAt),
        where.and([where("updatedAt", "=", after.updatedAt), where("id", "<", after.id)]),
      ]),
    );
  }
  return (await query.execute()).map(withCover);
}

export async function findProject(
  executor: Executor,
  id: string,
): Promise<(ProjectSummaryRow & { document: unknown }) | undefined> {
  const row = await summaries(executor).select("document").where("id", "=", id).executeTakeFirst();
  return row && { ...withCover(row), document: JSON.parse(row.document) };
}

export async function insertProject(executor: Executor, project: ProjectRow): Promise<void> {
  await executor
    .insertInto("projects")
    .values({ ...project, document: JSON.stringify(project.document) })
    .execute();
}

export type ProjectSave = Pick<ProjectRow, "document" | "subjectAssetId" | "updatedAt"> & { name?: string };

/**
 * Writes the next revision, if `revision` is still the newest, and answers its number. Throws `project/not-found`, or
 * `project/stale-revision` with `current` when another save came between.
 */
export async function saveProject(
  executor: Executor,
  id: string,
  revision: number,
  save: ProjectSave,
): Promise<number> {
  const { document, subjectAssetId, updatedAt, name } = save;
  const saved = await executor
    .updateTable("projects")
    .set({
      revision: revision + 1,
      document: JSON.stringify(document),
      subjectAssetId,
      updatedAt,
      ...(name !== undefined && { name }),
    })
    .where("id", "=", id)
    .where("revision", "=", revision)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 1n) return revision + 1;
  const newest = await executor.selectFrom("projects").select("revision").where("id", "=", id).executeTakeFirst();
  if (!newest) throw new BacklotError("project/not-found", { id });
  throw new BacklotError("project/stale-revision", { current: newest.revision });
}

/** Answers false when there was none. Its runs, pictures and money stay. */
export async function deleteProject(executor: Executor, id: string): Promise<boolean> {
  const { numDeletedRows } = await executor.deleteFrom("projects").where("id", "=", id).executeTakeFirst();
  return numDeletedRows === 1n;
}

function summaries(executor: Executor) {
  return executor
    .selectFrom("projects")
    .select(["id", "name", "revision", "createdAt", "updatedAt", "subjectAssetId"])
    .select((row) =>
      row
        .selectFrom("pictures")
        .innerJoin("generations", "generations.id", "pictures.generationId")
        .whereRef("generations.projectId", "=", "projects.id")
        .orderBy("generations.createdAt", "desc")
        .orderBy("generations.position", "desc")
        .orderBy("pictures.idx")
        .limit(1)
        .select("pictures.assetId")
        .as("newestPicture"),
    );
}

function withCover<Row extends { subjectAssetId: string | null; newestPicture: string | null }>(row: Row) {
  const { subjectAssetId, newestPicture, ...summary } = row;
  return { ...summary, cover: newestPicture ?? subjectAssetId };
}
