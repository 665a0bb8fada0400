import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { recipeHash } from "./recipe-hash.ts";
import { sha256Hex } from "./sha-256.ts";
import { anyRecipe } from "./test-recipes.ts";

const byNode = (text: string) => createHash("sha256").update(text).digest("hex");

test("sha256Hex is the platform's SHA-256, at every length around a block's end", () => {
  for (let length = 0; length < 200; length += 1)
    expect(sha256Hex("a".repeat(length))).toBe(byNode("a".repeat(length)));
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      expect(sha256Hex(text)).toBe(byNode(text));
    }),
  );
});

test("recipeHash does not depend on the order of keys, and on everything else", () => {
  fc.assert(
    fc.property(anyRecipe, ({ recipe }) => {
      const { parameters, input, model } = recipe;
      const reordered = { parameters: Object.fromEntries(Object.entries(parameters).reverse()), input, model };
      expect(recipeHash(reordered as typeof recipe)).toBe(recipeHash(recipe));
      expect(recipeHash({ ...recipe, parameters: { ...parameters, n: 5 - parameters.n } })).not.toBe(
        recipeHash(recipe),
      );
      expect(recipeHash({ ...recipe, input: { ...input, ref_prompt: `${input.ref_prompt} ` } })).not.toBe(
        recipeHash(recipe),
      );
    }),
  );
});

test("recipeHash stays what it was when it was first written down", () => {
  const parameters = { n: 1, model_version: "v3" } as const;
  const input = { base_image_url: "backlot-layer:subject", ref_prompt: "山" } as const;
  const text = `{"input":{"base_image_url":"backlot-layer:subject","ref_prompt":"山"},"model":"wanx-background-generation-v2","parameters":{"model_version":"v3","n":1}}`;
  expect(recipeHash({ model: "wanx-background-generation-v2", input, parameters })).toBe(byNode(text));
});
