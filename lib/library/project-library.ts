import type { CreateProject, ProjectSummary, ProjectView, SaveProject } from "#lib/api/project-view.ts";
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

/** More than a screen holds; the list is keyset-paged once somebody has more. */
const LIST_LIMIT = 200;

export type ProjectLibrary = ReturnType<typeof createProjectLibrary>;

export function createProjectLibrary(parts: { db: Executor; clock: Clock; buildExample: ExampleBuilder }) {
  const { db, clock, buildExample } = parts;

  /** Throws `project/not-found`, also for an id of somebody's imagination; `document/too-new`. */
  async function get(id: string): Promise<ProjectView> {
    const row = isId("project", id) ? await projects.findProject(db, id) : undefined;
    if (row === undefined) throw new BacklotError("project/not-found", { id });
    return { ...row, document: loadDocument(row.document) };
  }

  return {
    get,

    list: (): Promise<ProjectSummary[]> => projects.listProjects(db, { limit: LIST_LIMIT }),

    async create({ name, example }: CreateProject): Promise<ProjectView> {
      const { name: exampleName, document } = example
        ? await buildExample(example)
        : { name: undefined, document: createDocument() };
      const now = clock.now();
      const row = { id: newId("project"), name: name ?? exampleName ?? "Untitled", revision: 1, createdAt: now };
      await projects.insertProject(db, {
        ...row,
        document,
        subjectAssetId: document.subject?.assetId ?? null,
        updatedAt: now,
      });
      return get(row.id);
    },

    /** Throws `project/not-found`, `project/stale-revision` {current}, `asset/not-found` for a layer whose picture is not here. */
    async save(
      id: string,
      { revision, name, document }: SaveProject,
    ): Promise<{ revision: number; updatedAt: number }> {
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
