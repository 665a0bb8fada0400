import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "./compile.ts";
import { recipeFromBody } from "./recipe-from-body.ts";
import { assetIdOf, readyDocument } from "./test-documents.ts";
import { anyRecipe, REFERENCE_BODY } from "./test-recipes.ts";

const body = (change: { input?: object; parameters?: unknown; model?: unknown } = {}) => ({
  ...REFERENCE_BODY,
  ...change,
  input: { ...REFERENCE_BODY.input, ...change.input },
});

describe("recipeFromBody", () => {
  test("reads the API reference's own example, and says what must be fetched, for which field", () => {
    const { recipe, fetches, findings, unknownFields } = recipeFromBody(REFERENCE_BODY);
    expect(recipe).toEqual(REFERENCE_BODY);
    expect(fetches.map(({ field, role }) => [field, role])).toEqual([
      ["input.base_image_url", "subject"],
      ["input.ref_image_url", "guide"],
      ["input.reference_edge.foreground_edge[0]", "element"],
      ["input.reference_edge.foreground_edge[1]", "element"],
      ["input.reference_edge.background_edge[0]", "element"],
    ]);
    expect([...findings, ...unknownFields]).toEqual([]);
  });

  test("gives back every recipe of the studio as it was, with nothing to fetch", () => {
    fc.assert(
      fc.property(anyRecipe, ({ recipe }) => {
        const saved: unknown = JSON.parse(JSON.stringify(recipe));
        expect(recipeFromBody(saved)).toEqual({ recipe, fetches: [], findings: [], unknownFields: [] });
      }),
    );
    const { recipe } = compile(readyDocument(), { version: "v2", n: 1 });
    expect(recipeFromBody(recipe)).toMatchObject({ recipe, fetches: [] });
  });

  test("fills in the API's defaults, and takes an empty guide address for none", () => {
    const { recipe } = recipeFromBody(body({ input: { ref_image_url: "" }, parameters: undefined }));
    expect(recipe.parameters).toEqual({ n: 1, model_version: "v2" });
    expect(recipe.input).not.toHaveProperty("ref_image_url");
  });

  test("names a picture that is used twice once, by its first field", () => {
    const url = "https://pictures.example/a.png";
    const input = { base_image_url: url, ref_image_url: `backlot-asset:${assetIdOf(1)}` };
    const edges = { foreground_edge: [url, url] };
    const { fetches } = recipeFromBody(body({ input: { ...input, reference_edge: edges } }));
    expect(fetches).toEqual([{ url, field: "input.base_image_url", role: "subject" }]);
  });

  test("leaves out deprecated fields with a warning, and names those that nobody knows", () => {
    const { recipe, findings, unknownFields } = recipeFromBody({
      ...body({
        input: { title: "新品", prompt: "x" },
        parameters: { n: 1, scene_type: "ROOM", negative_prompt: "y" },
      }),
      seed: 3,
    });
    expect(recipe.input).not.toHaveProperty("title");
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ["text-deprecated", "warning"],
      ["scene-type-deprecated", "warning"],
    ]);
    expect(unknownFields).toEqual(["seed", "input.prompt", "parameters.negative_prompt"]);
    expect(recipeFromBody(body({ input: { title: "" } })).findings).toEqual([]);
  });

  test.each<[string, unknown, string, object]>([
    ["no object", [1], "recipe/no-body", {}],
    ["no model", body({ model: undefined }), "recipe/field-missing", { field: "model" }],
    [
      "the version as the model",
      body({ model: "wanx-background-generation-v3" }),
      "recipe/wrong-model",
      { model: "wanx-background-generation-v3", expected: "wanx-background-generation-v2" },
    ],
    ["no input", { model: REFERENCE_BODY.model }, "recipe/field-missing", { field: "input" }],
    [
      "no base picture",
      body({ input: { base_image_url: undefined } }),
      "recipe/field-missing",
      { field: "input.base_image_url" },
    ],
    [
      "an address that only the service can read",
      body({ input: { base_image_url: "oss://dir/a.png" } }),
      "recipe/field-invalid",
      { field: "input.base_image_url", expected: "http://…, https://…" },
    ],
    [
      "an address deep inside",
      body({ input: { reference_edge: { foreground_edge: ["https://a.example/1.png", "file:///etc/passwd"] } } }),
      "recipe/field-invalid",
      { field: "input.reference_edge.foreground_edge[1]", expected: "http://…, https://…" },
    ],
    [
      "too many pictures",
      body({ parameters: { n: 5 } }),
      "recipe/field-invalid",
      { field: "parameters.n", expected: "1 – 4" },
    ],
    [
      "a number as text",
      body({ parameters: { noise_level: "300" } }),
      "recipe/field-invalid",
      { field: "parameters.noise_level", expected: "0 – 999" },
    ],
    [
      "a version there is not",
      body({ parameters: { model_version: "v4" } }),
      "recipe/field-invalid",
      { field: "parameters.model_version", expected: "v2 | v3" },
    ],
    [
      "a prompt that is no text",
      body({ input: { ref_prompt: 3 } }),
      "recipe/field-invalid",
      { field: "input.ref_prompt", expected: "string" },
    ],
    [
      "a prompt beyond what is kept",
      body({ input: { ref_prompt: "a".repeat(10_001) } }),
      "recipe/field-invalid",
      { field: "input.ref_prompt", expected: "≤ 10000" },
    ],
    [
      "prompts without pictures",
      body({ input: { reference_edge: { background_edge_prompt: ["树叶"] } } }),
      "recipe/list-length",
      { field: "input.reference_edge.background_edge_prompt", count: 1, expected: 0 },
    ],
  ])("refuses %s, naming the field", (_name, value, code, values) => {
    expect(() => recipeFromBody(value)).toThrow(expect.objectContaining({ code, values }));
  });

  test("refuses whatever else is pasted with an error that a user can read", () => {
    const anyBody = fc.oneof(
      fc.anything(),
      fc.jsonValue(),
      fc.record({ model: fc.constant(REFERENCE_BODY.model), input: fc.anything(), parameters: fc.anything() }),
    );
    fc.assert(
      fc.property(anyBody, (value) => {
        expect(() => recipeFromBody(value)).toThrow(
          expect.objectContaining({ code: expect.stringMatching(/^recipe\//) }),
        );
      }),
    );
  });
});
