import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { createDocument } from "#lib/composition/create-document.ts";
import { element } from "#lib/composition/test-documents.ts";
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

test("a document that could not be opened again is not saved, and the project stays as it was", async () => {
  const project = await library.create({ name: "Kept" });
  const document = { ...project.document, foreground: [element("a")], background: [element("a")] };
  await expect(library.save(project.id, { revision: project.revision, document })).rejects.toMatchObject({
    code: "document/invalid",
  });
  expect(await library.get(project.id)).toEqual(project);
});
