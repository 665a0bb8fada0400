import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "./compile.ts";
import { preflight } from "./preflight.ts";
import { type Recipe, recipeSchema } from "./recipe.ts";
import { anyDocument, assetIdOf, centred, element, facts, picture, readyDocument } from "./test-documents.ts";

const { guide } = readyDocument();
const recipeOf = (...change: Parameters<typeof readyDocument>): Recipe =>
  compile(readyDocument(...change), { version: "v3", n: 2 }).recipe;

describe("compile", () => {
  test("gives the request of the API, references in place of URLs", () => {
    expect(recipeOf({ guide: { ...guide, negativePrompt: "模糊的", image: picture(5) } })).toEqual({
      model: "wanx-background-generation-v2",
      input: {
        base_image_url: "backlot-layer:subject",
        ref_image_url: `backlot-asset:${assetIdOf(5)}`,
        ref_prompt: "山脉和晚霞",
        neg_ref_prompt: "模糊的",
        reference_edge: {
          foreground_edge: ["backlot-layer:element_a", "backlot-layer:element_b"],
          foreground_edge_prompt: ["粉色桃花", ""],
          background_edge: ["backlot-layer:element_c"],
          background_edge_prompt: ["树叶"],
        },
      },
      parameters: { n: 2, model_version: "v3", noise_level: 300, ref_prompt_weight: 0.5 },
    });
  });

  test("leaves out what is empty and what would be ignored", () => {
    expect(recipeOf({ foreground: [], background: [], guide: { ...guide, noiseLevel: 1, promptWeight: 1 } })).toEqual({
      model: "wanx-background-generation-v2",
      input: { base_image_url: "backlot-layer:subject", ref_prompt: "山脉和晚霞" },
      parameters: { n: 2, model_version: "v3" },
    });
    const imageOnly = recipeOf({ guide: { ...guide, prompt: " ", image: picture(5) } });
    expect(imageOnly.input).not.toHaveProperty("ref_prompt");
    expect(imageOnly.parameters).toEqual({ n: 2, model_version: "v3", noise_level: 300 });
  });

  test("leaves hidden elements out of lists, prompts and plan alike", () => {
    const foreground = [element("a", { prompt: "粉色桃花", visible: false }), element("b", { prompt: " 小狗 " })];
    const { recipe, plan } = compile(readyDocument({ foreground, background: [] }), { version: "v2", n: 1 });
    expect(recipe.input.reference_edge).toEqual({
      foreground_edge: ["backlot-layer:element_b"],
      foreground_edge_prompt: ["小狗"],
    });
    expect(plan.map(({ layer }) => layer)).toEqual(["subject", "element_b"]);
  });

  test("sends no list of prompts in which there is not one", () => {
    const { reference_edge } = recipeOf({ foreground: [element("a"), element("b", { prompt: "  " })] }).input;
    expect(Object.keys(reference_edge ?? {})).toEqual(["foreground_edge", "background_edge", "background_edge_prompt"]);
  });

  test("plans every layer onto the artboard's size", () => {
    const artboard = { width: 400, height: 600 };
    const subject = { ...picture(1, artboard), transform: { ...centred, x: 200, y: 300 } };
    const { plan } = compile(readyDocument({ artboard, subject }), { version: "v2", n: 1 });
    expect(plan[0]).toEqual({ layer: "subject", assetId: assetIdOf(1), matrix: [1, 0, 0, 1, 0, 0], size: artboard });
    expect(plan.every(({ size }) => size === artboard)).toBe(true);
  });

  test("refuses an unready document by its first error, naming the field", () => {
    const unready = readyDocument({ guide: { ...guide, prompt: "" }, foreground: [element("a", { visible: false })] });
    expect(() => compile(unready, { version: "v2", n: 1 })).toThrow(
      expect.objectContaining({
        code: "document/not-ready",
        values: { finding: "guide-missing", target: "guide", field: "prompt" },
      }),
    );
  });

  test("refuses what is wrong with the pixels when it is told the facts", () => {
    const opaque = { [assetIdOf(1)]: facts({ mode: "rgb", transparentShare: 0, translucentShare: 0, opaqueShare: 1 }) };
    expect(() => compile(readyDocument(), { version: "v2", n: 1, facts: opaque })).toThrow(
      expect.objectContaining({ values: { finding: "subject-no-alpha", target: "subject" } }),
    );
  });

  test("takes exactly the documents in which preflight finds no error, and gives only valid recipes", () => {
    const outcomes = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(anyDocument, fc.integer({ min: 1, max: 4 }), (document, n) => {
        const refused = preflight(document, {}).some(({ severity }) => severity === "error");
        outcomes[refused ? "refused" : "taken"] += 1;
        if (refused) {
          expect(() => compile(document, { version: "v2", n })).toThrow("document/not-ready");
          return;
        }
        const { recipe, plan } = compile(document, { version: "v2", n });
        expect(recipeSchema.parse(recipe)).toEqual(recipe);
        const edge = recipe.input.reference_edge;
        for (const group of ["foreground", "background"] as const) {
          const shown = document[group].filter(({ visible }) => visible).map(({ id }) => `backlot-layer:${id}`);
          expect(edge?.[`${group}_edge`] ?? []).toEqual(shown);
          const prompts = edge?.[`${group}_edge_prompt`];
          if (prompts) expect(prompts).toHaveLength(shown.length);
        }
        expect(plan).toHaveLength(1 + [...document.foreground, ...document.background].filter((e) => e.visible).length);
      }),
      { seed: 11, numRuns: 300 },
    );
    expect(Math.min(outcomes.taken, outcomes.refused)).toBeGreaterThan(20);
  });
});
