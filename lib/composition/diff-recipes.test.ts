import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffRecipes } from "./diff-recipes.ts";
import type { RequestBody } from "./request-body.ts";
import { anyRecipe, REFERENCE_BODY } from "./test-recipes.ts";

const base = REFERENCE_BODY as RequestBody;
const changed = (change: (recipe: RequestBody) => unknown): RequestBody => {
  const copy = structuredClone(base);
  change(copy);
  return copy;
};
const withEdges = (foreground_edge: string[], foreground_edge_prompt?: string[]) =>
  changed(({ input }) => Object.assign(input, { reference_edge: { foreground_edge, foreground_edge_prompt } }));

describe("diffRecipes", () => {
  test("finds nothing between equal recipes, and the reverse of what it finds the other way round", () => {
    fc.assert(
      fc.property(anyRecipe, anyRecipe, ({ recipe: a }, { recipe: b }) => {
        expect(diffRecipes(a, structuredClone(a))).toEqual([]);
        const forth = diffRecipes(a, b);
        if (JSON.stringify(a) !== JSON.stringify(b)) expect(forth).not.toEqual([]);
        const scalar = forth.filter(({ field }) => !field.includes("_edge"));
        const back = diffRecipes(b, a).filter(({ field }) => !field.includes("_edge"));
        expect(back).toEqual(scalar.map(({ field, before, after }) => ({ field, before: after, after: before })));
      }),
    );
  });

  test("names fields as the API does, in its order", () => {
    const after = changed(({ input, parameters }) => {
      input.ref_prompt = "a hill";
      delete input.ref_image_url;
      parameters.n = 1;
      parameters.noise_level = 5;
    });
    expect(diffRecipes(base, after)).toEqual([
      { field: "input.ref_image_url", before: "http://pictures.example/ref/b.jpg", after: undefined },
      { field: "input.ref_prompt", before: "山脉和晚霞", after: "a hill" },
      { field: "parameters.n", before: 4, after: 1 },
      { field: "parameters.noise_level", before: undefined, after: 5 },
    ]);
  });

  test("tells an element that came from all that only moved up by it", () => {
    expect(diffRecipes(withEdges(["a", "b"]), withEdges(["new", "a", "b"]))).toEqual([
      { field: "input.reference_edge.foreground_edge[0]", before: undefined, after: "new" },
    ]);
    expect(diffRecipes(withEdges(["new", "a", "b"]), withEdges(["a", "b"]))).toEqual([
      { field: "input.reference_edge.foreground_edge[0]", before: "new", after: undefined },
    ]);
  });

  test("takes another picture in the same place for its replacement", () => {
    expect(diffRecipes(withEdges(["a", "b", "c"]), withEdges(["a", "x", "c"]))).toEqual([
      { field: "input.reference_edge.foreground_edge[1]", before: "b", after: "x" },
    ]);
  });

  test("tells a new order once, and a prompt where it now stands", () => {
    expect(diffRecipes(withEdges(["a", "b", "c"], ["", "", "三"]), withEdges(["c", "a", "b"], ["3", "", ""]))).toEqual([
      { field: "input.reference_edge.foreground_edge", before: "[0] [1] [2]", after: "[2] [0] [1]" },
      { field: "input.reference_edge.foreground_edge_prompt[0]", before: "三", after: "3" },
    ]);
  });

  test("sees no difference between no prompts and empty ones", () => {
    expect(diffRecipes(withEdges(["a", "a"]), withEdges(["a", "a"], ["", ""]))).toEqual([]);
  });
});
