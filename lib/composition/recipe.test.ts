import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { submitRequestSchema } from "#lib/wanx/contract/submit-request.ts";
import { compile } from "./compile.ts";
import { bindRecipe, canonicalJson, recipeReferences, recipeSchema, withFlattenedLayers } from "./recipe.ts";
import { anyDocument, assetIdOf, picture, readyDocument } from "./test-documents.ts";

const document = readyDocument({ guide: { ...readyDocument().guide, image: picture(5) } });
const { recipe } = compile(document, { version: "v3", n: 1 });

describe("recipe", () => {
  test("names each of its pictures once, base first", () => {
    expect(recipeReferences(recipe)).toEqual([
      "backlot-layer:subject",
      `backlot-asset:${assetIdOf(5)}`,
      "backlot-layer:element_a",
      "backlot-layer:element_b",
      "backlot-layer:element_c",
    ]);
  });

  test("bound to URLs is a request of the contract that differs in nothing but the URLs", () => {
    const urls = Object.fromEntries(recipeReferences(recipe).map((name, index) => [name, `oss://folder/${index}.png`]));
    const request = bindRecipe(recipe, urls);
    expect(submitRequestSchema.parse(request)).toEqual(request);
    expect(request.input.base_image_url).toBe("oss://folder/0.png");
    expect(request.input.ref_image_url).toBe("oss://folder/1.png");
    expect(request.input.reference_edge?.background_edge).toEqual(["oss://folder/4.png"]);
    const back = Object.entries(urls).reduce((text, [name, url]) => text.replaceAll(url, name), canonicalJson(request));
    expect(back).toBe(canonicalJson(recipe));
  });

  test("is not bound with a picture missing", () => {
    expect(() => bindRecipe(recipe, { "backlot-layer:subject": "oss://a/b.png" })).toThrow("a replacement for");
  });

  test("after flattening names every layer by its content", () => {
    const flattened = withFlattenedLayers(recipe, {
      subject: assetIdOf(21),
      element_a: assetIdOf(22),
      element_b: assetIdOf(23),
      element_c: assetIdOf(24),
    });
    expect(recipeReferences(flattened)).toEqual([21, 5, 22, 23, 24].map((seed) => `backlot-asset:${assetIdOf(seed)}`));
  });

  test("survives JSON, whatever the document", () => {
    fc.assert(
      fc.property(anyDocument, (any) => {
        const ready = {
          ...readyDocument(),
          foreground: any.foreground,
          background: [],
          guide: { ...any.guide, prompt: "x" },
        };
        const compiled = compile(ready, { version: "v2", n: 1 }).recipe;
        expect(recipeSchema.parse(JSON.parse(canonicalJson(compiled)))).toEqual(compiled);
      }),
    );
  });

  test("with a key the API does not know, or a URL for a reference, is refused", () => {
    expect(recipeSchema.safeParse({ ...recipe, seed: 1 }).success).toBe(false);
    const foreign = { ...recipe, input: { ...recipe.input, base_image_url: "https://example.com/a.png" } };
    expect(recipeSchema.safeParse(foreign).success).toBe(false);
  });
});

test("canonicalJson does not depend on the order in which keys were written, and keeps that of lists", () => {
  expect(canonicalJson({ b: [2, 1], a: { d: undefined, c: "é" } })).toBe('{"a":{"c":"é"},"b":[2,1]}');
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(value));
    }),
  );
});
