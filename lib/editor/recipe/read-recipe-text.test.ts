import { expect, test } from "vitest";
import { readRecipeText } from "./read-recipe-text.ts";

const BODY = {
  model: "wanx-background-generation-v2",
  input: { base_image_url: "https://pictures.example/a.png", ref_prompt: "a hill" },
  parameters: { n: 4, model_version: "v3" },
};

/** What is said of a text, each with the piece it is said of. */
function said(text: string): string[] {
  const reading = readRecipeText(text);
  const problems = reading.ok ? reading.notes : [reading.problem];
  return problems.map(({ kind, from, to, ...rest }) => {
    const [value] = Object.values(rest) as (string | { code: string })[];
    const what = typeof value === "object" ? value.code : value;
    return `${kind} ${what} at ${text.slice(from, to)}`;
  });
}

const saidOf = (change: (body: typeof BODY) => unknown) => said(JSON.stringify(change(BODY)));

test("a body that the API takes is read without a word", () => {
  expect(saidOf((body) => body)).toEqual([]);
});

test("what is wrong is said at its place", () => {
  expect(said('{"model": }')).toEqual(["syntax value at }"]);
  expect(said("")).toEqual(["syntax nothing at "]);
  expect(said("3")).toEqual(["refused recipe/no-body at 3"]);
  expect(saidOf((body) => ({ ...body, model: "wanx-v1" }))).toEqual(['refused recipe/wrong-model at "wanx-v1"']);
  expect(saidOf((body) => ({ ...body, parameters: { n: 9, model_version: "v3" } }))).toEqual([
    "refused recipe/field-invalid at 9",
  ]);
  expect(saidOf((body) => ({ ...body, input: { ref_prompt: "x" } }))).toEqual([
    'refused recipe/field-missing at "input"',
  ]);
  const lists = { foreground_edge: ["https://pictures.example/b.png"], foreground_edge_prompt: ["a", "b"] };
  expect(saidOf((body) => ({ ...body, input: { ...body.input, reference_edge: lists } }))).toEqual([
    'refused recipe/list-length at ["a","b"]',
  ]);
});

test("what is left out is named where it stands, and keeps nothing back", () => {
  const written = `{
    "model": "wanx-background-generation-v2",
    "input": { "base_image_url": "", "title": "新品", "prompt": "x" },
    "parameters": { "n": 1, "n": 2, "scene_type": "ROOM" }
  }`;
  expect(said(written)).toEqual([
    'deprecated text-deprecated at "title"',
    'deprecated scene-type-deprecated at "scene_type"',
    'unknown input.prompt at "prompt"',
    'repeated parameters.n at "n"',
  ]);
  const reading = readRecipeText(written);
  expect(reading.ok && reading.recipe.parameters.n).toBe(2);
});
