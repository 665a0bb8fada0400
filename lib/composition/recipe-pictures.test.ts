import fc from "fast-check";
import { expect, test } from "vitest";
import { documentFromRecipe } from "./apply-recipe.ts";
import { pictureFields, withoutPictures } from "./recipe-pictures.ts";
import type { RequestBody } from "./request-body.ts";
import { anyRecipe, REFERENCE_BODY } from "./test-recipes.ts";

test("a picture that is left out goes with its prompt, and nothing else moves", () => {
  const [base = "", , , dog = ""] = pictureFields(REFERENCE_BODY as RequestBody).map(({ address }) => address);
  const left = withoutPictures(REFERENCE_BODY as RequestBody, new Set([base, dog]));
  const { reference_edge: edge, ...input } = REFERENCE_BODY.input;
  expect(left).toEqual({
    ...REFERENCE_BODY,
    input: {
      ...input,
      base_image_url: "",
      reference_edge: { ...edge, foreground_edge: [edge.foreground_edge[0]], foreground_edge_prompt: ["粉色桃花"] },
    },
  });
});

test("what is left needs none of the pictures that were left out", () => {
  fc.assert(
    fc.property(anyRecipe, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), ({ recipe, pictures }, drawn) => {
      const fields = pictureFields(recipe);
      const gone = new Set(fields.filter((_, index) => drawn[index]).map(({ address }) => address));
      const kept = Object.fromEntries(Object.entries(pictures).filter(([address]) => !gone.has(address)));
      const document = documentFromRecipe(withoutPictures(recipe, gone), kept);
      const count = fields.filter(({ role, address }) => role === "element" && !gone.has(address)).length;
      expect(document.foreground.length + document.background.length).toBe(count);
      expect(document.subject === null).toBe(gone.has(recipe.input.base_image_url));
    }),
  );
  expect(withoutPictures(REFERENCE_BODY as RequestBody, new Set())).toEqual(REFERENCE_BODY);
});
