import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { createDocument } from "#lib/composition/create-document.ts";
import type { StudioDatabase } from "#lib/db/studio-database.ts";
import { openTestDatabase } from "#lib/db/test-database.ts";
import { createProjectLibrary, type ProjectLibrary } from "./project-library.ts";

let db: StudioDatabase;
let close: () => Promise<void>;
let library: ProjectLibrary;
beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
  const buildExample = async () => ({ name: "Ready", document: createDocument() });
  library = createProjectLibrary({ db, clock: systemClock, buildExample });
});
afterAll(() => close());

test("what is to be committed with a project is there with it, or neither is", async () => {
  const refused = library.create({ name: "Refused" }, async () => {
    throw new Error("not with me");
  });
  await expect(refused).rejects.toThrow("not with me");
  expect((await library.list({ limit: 10 })).projects).toEqual([]);

  const seen: unknown[] = [];
  const project = await library.create({ example: "tea-podium" }, async (transaction, made) => {
    seen.push(made, await transaction.selectFrom("projects").select("id").executeTakeFirst());
  });
  expect(project).toMatchObject({ name: "Ready", revision: 1 });
  expect(seen).toEqual([project, { id: project.id }]);
});
