import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#lib/base/ids.ts";
import { insertProject } from "#lib/db/project-repository.ts";
import { insertRun } from "#lib/db/run-repository.ts";
import type { StudioDatabase } from "#lib/db/studio-database.ts";
import { openTestDatabase } from "#lib/db/test-database.ts";
import { listRunPage } from "./read-runs.ts";

let db: StudioDatabase;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
});
afterAll(() => close());

const PROJECTS = ["project_aaaaaaaa", "project_bbbbbbbb"];

async function addRun(project: number, createdAt: number): Promise<string> {
  const id = newId("run");
  await insertRun(db, { id, projectId: PROJECTS[project] ?? "", revision: 1, createdAt }, {});
  return id;
}

/** A run of one of two projects, at the same moment as the one before or later. */
const press = fc.record({ project: fc.nat({ max: 1 }), later: fc.nat({ max: 1 }) });

test("who walks through the pages while buttons are pressed meets each earlier run once, newest first, of one project or of all", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(press, { maxLength: 15 }),
      fc.array(press, { maxLength: 6 }),
      fc.integer({ min: 1, max: 4 }),
      fc.option(fc.nat({ max: 1 }), { nil: undefined }),
      async (before, between, limit, project) => {
        await db.deleteFrom("runs").execute();
        let now = 1_000;
        const made: { id: string; project: number; at: number }[] = [];
        for (const one of before) {
          now += one.later;
          made.push({ id: await addRun(one.project, now), project: one.project, at: now });
        }
        const projectId = project === undefined ? undefined : PROJECTS[project];
        const expected = made
          .filter((run) => project === undefined || run.project === project)
          .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
          .map(({ id }) => id);
        if (projectId !== undefined && expected.length === 0) return;

        const met: string[] = [];
        const pressed = [...between];
        let cursor: string | undefined;
        do {
          const { runs, nextCursor } = await listRunPage(db, { projectId, limit, cursor });
          met.push(...runs.map(({ id }) => id));
          cursor = nextCursor ?? undefined;
          const next = pressed.shift();
          now += next?.later ?? 0;
          if (next) await addRun(next.project, now);
        } while (cursor !== undefined);
        expect(met.filter((id) => expected.includes(id))).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
});

test("a project without runs has an empty list, one that never was has none, and runs outlive their project", async () => {
  await db.deleteFrom("runs").execute();
  const projectId = "project_cccccccc";
  const list = () => listRunPage(db, { projectId, limit: 5 });
  await expect(list()).rejects.toMatchObject({ code: "project/not-found" });
  const times = { createdAt: 1, updatedAt: 1 };
  await insertProject(db, { id: projectId, name: "", revision: 1, document: {}, subjectAssetId: null, ...times });
  expect(await list()).toEqual({ runs: [], nextCursor: null });
  await insertRun(db, { id: "run_00000000", projectId, revision: 1, createdAt: 1 }, {});
  await db.deleteFrom("projects").execute();
  expect((await list()).runs).toHaveLength(1);
});
