import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyRecipe, documentFromRecipe } from "./apply-recipe.ts";
import { compile, draftRecipe } from "./compile.ts";
import { contentRecipe } from "./content-recipe.ts";
import { documentSchema, type ProjectDocument } from "./document.ts";
import { layerMatrix } from "./geometry.ts";
import { preflight } from "./preflight.ts";
import { type Recipe, recipeSchema } from "./recipe.ts";
import { recipeFromBody } from "./recipe-from-body.ts";
import type { RequestBody } from "./request-body.ts";
import { anyDocument, element, picture, readyDocument } from "./test-documents.ts";
import { anyRecipe, REFERENCE_BODY } from "./test-recipes.ts";

const asksFor = ({ parameters }: Recipe) => ({ version: parameters.model_version, n: parameters.n });

describe("documentFromRecipe", () => {
  test("and back is the same recipe", () => {
    fc.assert(
      fc.property(anyRecipe, ({ recipe, pictures }) => {
        const document = documentFromRecipe(recipe, pictures);
        expect(documentSchema.parse(document)).toEqual(document);
        expect(contentRecipe(document, asksFor(recipe))).toEqual(recipe);
      }),
      { seed: 3, numRuns: 1000 },
    );
  });

  test("makes the artboard of the base picture and lays every element over all of it", () => {
    const artboard = { width: 640, height: 480 };
    const pictures = { "https://a/1": picture(1, artboard), "https://a/2": picture(2, { width: 320, height: 480 }) };
    const recipe: RequestBody = {
      model: "wanx-background-generation-v2",
      input: { base_image_url: "https://a/1", reference_edge: { background_edge: ["https://a/1", "https://a/2"] } },
      parameters: { n: 2, model_version: "v2" },
    };
    const { subject, background, output, ...rest } = documentFromRecipe(recipe, pictures);
    expect(rest.artboard).toEqual(artboard);
    expect(output).toEqual({ versions: ["v2"], n: 2 });
    const matrices = [subject, ...background].map((layer) => layer && layerMatrix(layer.size, layer.transform));
    expect(matrices).toEqual([
      [1, 0, 0, 1, 0, 0],
      [1, 0, 0, 1, 0, 0],
      [2, 0, 0, 1, 0, 0],
    ]);
  });

  test("shrinks a base picture that the API would refuse, and pre-flight says so", () => {
    const recipe: RequestBody = {
      model: "wanx-background-generation-v2",
      input: { base_image_url: "https://a/1", ref_prompt: "a hill" },
      parameters: { n: 1, model_version: "v3" },
    };
    const document = documentFromRecipe(recipe, { "https://a/1": picture(1, { width: 4096, height: 1024 }) });
    expect(document.artboard).toEqual({ width: 2048, height: 512 });
    expect(preflight(document, {}).map(({ code }) => code)).toEqual(["subject-reduced"]);
  });

  test("makes a canvas of the API reference's example", () => {
    const { recipe, fetches } = recipeFromBody(REFERENCE_BODY);
    const size = { width: 1024, height: 768 };
    const pictures = Object.fromEntries(fetches.map(({ url }, index) => [url, picture(index, size)]));
    const document = documentFromRecipe(recipe, pictures);
    expect(document.foreground.map(({ prompt, name }) => [prompt, name])).toEqual([
      ["粉色桃花", "picture 2"],
      ["可爱小狗", "picture 3"],
    ]);
    expect(document.guide).toMatchObject({ prompt: "山脉和晚霞", image: { name: "picture 1" }, noiseLevel: 300 });
    expect(preflight(document, {})).toEqual([]);
  });

  test("names the field whose picture is not there", () => {
    const { recipe, fetches } = recipeFromBody(REFERENCE_BODY);
    const pictures = Object.fromEntries(fetches.map(({ url }) => [url, picture(1)]));
    const address = "http://pictures.example/edge/dog.png";
    expect(() => documentFromRecipe(recipe, { ...pictures, [address]: undefined })).toThrow(
      expect.objectContaining({
        code: "recipe/unknown-picture",
        values: { field: "input.reference_edge.foreground_edge[1]", address },
      }),
    );
  });
});

describe("applyRecipe", () => {
  const scene: ProjectDocument = readyDocument({
    foreground: [element("a", { prompt: "粉色桃花" }), element("h", { visible: false }), element("b")],
  });
  const edited = (change: (recipe: RequestBody) => void, document = scene): ProjectDocument => {
    const recipe = structuredClone(draftRecipe(document, { version: "v3", n: 1 }).recipe);
    change(recipe);
    return applyRecipe(document, recipeFromBody(recipe).recipe, { "https://a/new": picture(9) });
  };
  const ids = (elements: ProjectDocument["foreground"]) => elements.map(({ id }) => id.slice("element_".length));

  test("changes nothing when the recipe is the document's own", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const [version = "v3"] = document.output.versions;
        const { recipe } = draftRecipe(document, { version, n: document.output.n });
        expect(applyRecipe(document, recipe, {})).toEqual(document);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  test("makes whatever is written into the recipe the document's own recipe", () => {
    fc.assert(
      fc.property(anyDocument, anyRecipe, (document, { recipe, pictures }) => {
        const after = applyRecipe(document, recipe, pictures);
        expect(documentSchema.parse(after)).toEqual(after);
        expect(new Set([...after.foreground, ...after.background].map(({ id }) => id)).size).toBe(
          after.foreground.length + after.background.length,
        );
        expect(contentRecipe(after, asksFor(recipe))).toEqual(recipe);
      }),
      { seed: 9, numRuns: 300 },
    );
  });

  test("follows prompts, order, group and parameters, and keeps every transform", () => {
    const after = edited(({ input, parameters }) => {
      input.ref_prompt = "a hill";
      input.reference_edge = {
        foreground_edge: ["backlot-layer:element_b"],
        background_edge: ["backlot-layer:element_a", "backlot-layer:element_c"],
        background_edge_prompt: ["white blossom", "树叶"],
      };
      parameters.n = 3;
      parameters.model_version = "v2";
    });
    expect([ids(after.foreground), ids(after.background)]).toEqual([
      ["h", "b"],
      ["a", "c"],
    ]);
    expect(after.background[0]).toEqual({ ...scene.foreground[0], prompt: "white blossom" });
    expect(after.guide.prompt).toBe("a hill");
    expect(after.output).toEqual({ versions: ["v2"], n: 3 });
  });

  test("puts the picture of a changed address in the layer's stead", () => {
    const after = edited(({ input }) => input.reference_edge?.foreground_edge?.splice(1, 1, "https://a/new"));
    expect(ids(after.foreground)).toEqual(["a", "h", "b"]);
    expect(after.foreground[2]).toMatchObject({ name: "picture 9", original: null, transform: { x: 512, y: 512 } });
    expect(edited(({ input }) => Object.assign(input, { base_image_url: "https://a/new" })).artboard).toEqual({
      width: 200,
      height: 100,
    });
  });

  test("shows a hidden element that is named and copies one that is named twice", () => {
    const after = edited(({ input }) => {
      input.reference_edge = { foreground_edge: ["backlot-layer:element_h", "backlot-layer:element_h"] };
    });
    expect(ids(after.foreground)).toEqual(["h", "foreground1"]);
    expect(after.foreground.map(({ visible }) => visible)).toEqual([true, true]);
  });

  test("refuses a layer that is not there, and the subject as an element", () => {
    for (const address of ["backlot-layer:element_gone", "backlot-layer:subject"] as const) {
      const change = ({ input }: RequestBody) =>
        Object.assign(input, { reference_edge: { background_edge: [address] } });
      expect(() => edited(change)).toThrow(
        expect.objectContaining({ values: { field: "input.reference_edge.background_edge[0]", address } }),
      );
    }
  });

  test("sets a slider that begins to count to the API's default and leaves one that does not", () => {
    const inert = { ...scene, guide: { ...scene.guide, noiseLevel: 7, promptWeight: 1 } };
    expect(edited(() => undefined, inert).guide).toEqual(inert.guide);
    const counting = edited(({ input }) => Object.assign(input, { ref_image_url: "https://a/new" }), inert);
    expect(counting.guide).toMatchObject({ noiseLevel: 300, promptWeight: 0.5 });
  });

  test("takes the subject away where the base picture is empty", () => {
    expect(edited(({ input }) => Object.assign(input, { base_image_url: "" })).subject).toBeNull();
    expect(edited(() => undefined, { ...scene, subject: null })).toEqual({ ...scene, subject: null });
  });
});

describe("contentRecipe", () => {
  test("keeps the reference of every layer that was moved, turned, or is a piece of the artboard", () => {
    const { recipe } = compile(readyDocument(), { version: "v3", n: 1 });
    expect(contentRecipe(readyDocument(), { version: "v3", n: 1 })).toEqual(recipe);
    expect(recipeSchema.parse(recipe)).toEqual(recipe);
  });
});
