import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ProjectDocument } from "#lib/composition/document.ts";
import type { StudioDatabase } from "#lib/db/studio-database.ts";
import { openTestDatabase } from "#lib/db/test-database.ts";
import { createProjectLibrary, type ProjectLibrary } from "./project-library.ts";

let db: StudioDatabase;
let close: () => Promise<void>;
let library: ProjectLibrary;
let now = 0;
beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
  const clock = { now: () => now, monotonic: () => now, sleep: async () => undefined };
  const buildExample = async () => ({ name: "", document: {} as ProjectDocument });
  library = createProjectLibrary({ db, clock, buildExample });
});
afterAll(() => close());

/** What happens between two pages: something comes, is saved or goes, at the same moment as the last or later. */
const change = fc.record({
  kind: fc.constantFrom("create", "save", "remove"),
  which: fc.nat(),
  later: fc.nat({ max: 2 }),
});
const walk = fc.record({
  before: fc.array(fc.nat({ max: 2 }), { maxLength: 15 }),
  limit: fc.integer({ min: 1, max: 4 }),
  between: fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 8 }),
});

test("who walks through the pages while projects come, change and go meets each that stayed as it was, once and in order", async () => {
  await fc.assert(
    fc.asyncProperty(walk, async ({ before, limit, between }) => {
      await db.deleteFrom("projects").execute();
      now = 1_000;
      const there: string[] = [];
      for (const later of before) {
        now += later;
        there.push((await library.create({})).id);
      }
      const start = (await library.list({ limit: 100 })).projects.map(({ id }) => id);

      const touched = new Set<string>();
      const met: string[] = [];
      let cursor: string | undefined;
      for (let page = 0; cursor !== undefined || page === 0; page += 1) {
        const { projects, nextCursor } = await library.list({ limit, cursor });
        met.push(...projects.map(({ id }) => id));
        cursor = nextCursor ?? undefined;
        for (const { kind, which, later } of between[page] ?? []) {
          now += later;
          const id = there[which % Math.max(1, there.length)];
          if (kind === "create" || id === undefined) there.push((await library.create({})).id);
          else if (kind === "save") await touch(id);
          else await remove(id);
          if (kind !== "create" && id !== undefined) touched.add(id);
        }
      }
      const stayed = start.filter((id) => !touched.has(id));
      expect(met.filter((id) => stayed.includes(id))).toEqual(stayed);

      async function touch(id: string): Promise<void> {
        const { revision, document } = await library.get(id);
        await library.save(id, { revision, document });
      }
      async function remove(id: string): Promise<void> {
        await library.remove(id);
        there.splice(there.indexOf(id), 1);
      }
    }),
    { numRuns: 60 },
  );
});
