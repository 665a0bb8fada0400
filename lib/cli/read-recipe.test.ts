import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readRecipe } from "./read-recipe.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "backlot-recipes-"));
});
afterAll(() => rm(folder, { recursive: true }));

const ASSET = `backlot-asset:asset_${"a".repeat(64)}`;
const nobody = Readable.from([]);

async function read(input: object, parameters = {}) {
  const file = path.join(folder, "cup.json");
  await writeFile(file, JSON.stringify({ model: "wanx-background-generation-v2", input, parameters }));
  return await readRecipe(file, nobody);
}

test("pictures are files beside the recipe, addresses and assets, each once, by the first field that names it", async () => {
  const { name, pictures } = await read({
    base_image_url: "./cup.png",
    ref_image_url: "https://pictures.example/mood.jpg",
    ref_prompt: "a hill",
    reference_edge: {
      foreground_edge: ["../leaf.png", "cup.png", ASSET],
      background_edge: ["https://pictures.example/mood.jpg", pathToFileURL("/pictures/a b.png").href, "file:leaf.png"],
    },
  });
  expect(name).toBe("cup");
  expect(pictures.map(({ field, role, written, file }) => [field, role, written, file])).toEqual([
    ["input.base_image_url", "subject", "./cup.png", path.join(folder, "cup.png")],
    ["input.ref_image_url", "guide", "https://pictures.example/mood.jpg", undefined],
    ["input.reference_edge.foreground_edge[0]", "element", "../leaf.png", path.join(folder, "../leaf.png")],
    ["input.reference_edge.foreground_edge[2]", "element", ASSET, undefined],
    ["input.reference_edge.background_edge[1]", "element", "file:///pictures/a%20b.png", "/pictures/a b.png"],
    ["input.reference_edge.background_edge[2]", "element", "file:leaf.png", path.join(folder, "leaf.png")],
  ]);
});

test("the recipe names its files by references that stand for them, and everything else as it was", async () => {
  const { recipe, pictures } = await read({ base_image_url: "cup.png", ref_prompt: "a hill" }, { n: 2 });
  expect(recipe).toEqual({
    model: "wanx-background-generation-v2",
    input: { base_image_url: pictures[0]?.address, ref_prompt: "a hill" },
    parameters: { n: 2, model_version: "v2" },
  });
  expect(pictures[0]?.address).toMatch(/^backlot-asset:asset_[0-9a-f]{64}$/);
});

test("a cURL command on standard input is a recipe too, its paths start from the working directory", async () => {
  const body = JSON.stringify({ model: "wanx-background-generation-v2", input: { base_image_url: "cup.png" } });
  const stdin = Readable.from([`curl https://service.example/x -H 'a: b' --data '${body}'`]);
  const { name, pictures } = await readRecipe("-", stdin);
  expect([name, pictures[0]?.file]).toEqual(["picture", path.resolve("cup.png")]);
});

test.each([
  [{ ref_prompt: "a hill" }, { code: "recipe/field-missing", values: { field: "input.base_image_url" } }],
  [{ base_image_url: 7 }, { code: "recipe/field-invalid", values: { field: "input.base_image_url" } }],
  [{ base_image_url: "oss://bucket/a.png" }, { code: "recipe/field-invalid" }],
  [
    { base_image_url: "cup.png", reference_edge: { foreground_edge: ["file://host/a.png"] } },
    { code: "recipe/field-invalid", values: { field: "input.reference_edge.foreground_edge[0]" } },
  ],
])("%j is refused with the field's name", async (input, error) => {
  await expect(read(input)).rejects.toMatchObject(error);
});

test("a file that is not there is a wrong call, one without a body a wrong recipe", async () => {
  await expect(readRecipe(path.join(folder, "nothing.json"), nobody)).rejects.toMatchObject({
    problem: "unreadable",
    values: { reason: "ENOENT" },
  });
  await expect(readRecipe("-", Readable.from(["a hill with trees"]))).rejects.toMatchObject({ code: "recipe/no-body" });
});
