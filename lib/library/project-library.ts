import { type PageQuery, pageOf, readCursor } from "#lib/api/page.ts";
import type { CreateProject, ProjectList, ProjectView, SaveProject } from "#lib/api/project-view.ts";
import type { Clock } from "#lib/base/clock.ts";
import { BacklotError } from "#lib/base/errors.ts";
import { isId, newId } from "#lib/base/ids.ts";
import { createDocument } from "#lib/composition/create-document.ts";
import type { ProjectDocument } from "#lib/composition/document.ts";
import { loadDocument } from "#lib/composition/load-document.ts";
import { findAssets } from "#lib/db/asset-repository.ts";
import * as projects from "#lib/db/project-repository.ts";
import type { Executor } from "#lib/db/studio-schema.ts";
import { assetsOf } from "./document-assets.ts";
import type { ExampleBuilder } from "./examples.ts";

export type ProjectLibrary = ReturnType<typeof createProjectLibrary>;

export function createProjectLibrary(parts: { db: Executor; clock: Clock; buildExample: ExampleBuilder }) {
  const { db, clock, buildExample } = parts;

  /** Throws `project/not-found`, also for an id of somebody's imagination; `document/too-new`. */
  async function get(id: string, executor: Executor = db): Promise<ProjectView> {
    const row = isId("project", id) ? await projects.findProject(executor, id) : undefined;
    if (row === undefined) throw new BacklotError("project/not-found", { id });
    return { ...row, document: loadDocument(row.document) };
  }

  return {
    get: (id: string) => get(id),

    /** One page, newest save first. Throws `request/invalid` for a cursor of something else. */
    async list({ limit, cursor }: PageQuery): Promise<ProjectList> {
      const place = cursor === undefined ? undefined : readCursor(cursor, "project");
      const after = place && { updatedAt: place.at, id: place.id };
      const found = await projects.listProjects(db, { limit: limit + 1, after });
      const { rows, nextCursor } = pageOf(found, limit, ({ updatedAt, id }) => ({ at: updatedAt, id }));
      return { projects: rows, nextCursor };
    },

    /** In one transaction, of which `commitWith` is the last part. */
    async create(
      { name, example }: CreateProject,
      commitWith?: (transaction: Executor, project: ProjectView) => Promise<void>,
    ): Promise<ProjectView> {
      const { name: exampleName, document } = example
        ? await buildExample(example)
        : { name: undefined, document: createDocument() };
      const now = clock.now();
      const row = { id: newId("project"), name: name ?? exampleName ?? "Untitled", revision: 1, createdAt: now };
      const subjectAssetId = document.subject?.assetId ?? null;
      return await db.transaction().execute(async (transaction) => {
        await projects.insertProject(transaction, { ...row, document, subjectAssetId, updatedAt: now });
        const project = await get(row.id, transaction);
        await commitWith?.(transaction, project);
        return project;
      });
    },

    /** Throws `document/invalid`, `project/not-found`, `project/stale-revision` {current}, `asset/not-found` for a layer whose picture is not here. */
    async save(
      id: string,
      { revision, name, document }: SaveProject,
    ): Promise<{ revision: number; updatedAt: number }> {
      // What could not be opened again is not saved.
      loadDocument(document);
      await requireAssets(document);
      const updatedAt = clock.now();
      const subjectAssetId = document.subject?.assetId ?? null;
      return {
        revision: await projects.saveProject(db, id, revision, { document, subjectAssetId, updatedAt, name }),
        updatedAt,
      };
    },

    async remove(id: string): Promise<void> {
      if (!(await projects.deleteProject(db, id))) throw new BacklotError("project/not-found", { id });
    },
  };

  async function requireAssets(document: ProjectDocument): Promise<void> {
    const wanted = assetsOf(document);
    const known = new Set((await findAssets(db, wanted)).map((asset) => asset.id));
    const missing = wanted.find((id) => !known.has(id));
    if (missing !== undefined) throw new BacklotError("asset/not-found", { id: missing });
  }
}
