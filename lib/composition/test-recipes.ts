import fc from "fast-check";
import { LIMITS, MODEL_NAME } from "#lib/wanx/contract/limits.ts";
import type { ModelVersion, PlacedPicture, Size } from "./document.ts";
import { assetReference, type PictureReference, type Recipe } from "./recipe.ts";
import type { PictureByAddress } from "./recipe-pictures.ts";
import { anySize, assetIdOf, picture } from "./test-documents.ts";

/** Recipes for the tests of this room, each with the pictures that it names. */
export interface RecipeWithPictures {
  recipe: Recipe;
  pictures: PictureByAddress;
}

/** Starts and ends with a letter: the studio sends prompts without the space around them. */
const anyPrompt = fc.oneof(
  fc.constantFrom("山脉和晚霞", "a tea house", "“quoted” 'text' \\ \n {}", "😀"),
  fc.string({ minLength: 1, maxLength: 30, unit: "grapheme" }).map((text) => `a${text}z`),
);

/** A picture too small to be stretched over every artboard is left out; see `wholeTransform`. */
const side = fc.integer({ min: 21, max: 4096 });
const anyEdge = fc.record({ size: fc.record({ width: side, height: side }), prompt: fc.option(anyPrompt) });
const anyEdges = fc.array(anyEdge, { maxLength: 5 });
type Edge = { size: Size; prompt: string | null };

/** What the studio itself would send: every picture by its asset, defaults written out where they count, nothing that is ignored. */
export const anyRecipe: fc.Arbitrary<RecipeWithPictures> = fc
  .record({
    base: anySize,
    guide: fc.option(fc.record({ size: anySize, noiseLevel: inRange(LIMITS.noiseLevel), weight: anyWeight() })),
    prompt: fc.option(anyPrompt),
    negativePrompt: fc.option(anyPrompt),
    foreground: anyEdges,
    background: anyEdges,
    n: inRange(LIMITS.n),
    version: fc.constantFrom<ModelVersion>("v2", "v3"),
  })
  .map(({ base, guide, negativePrompt, foreground, background, n, version, ...drawn }) => {
    const prompt = drawn.prompt ?? (guide ? undefined : "a hill");
    const pictures: Record<string, PlacedPicture> = {};
    const kept = (seed: number, size: Size): PictureReference => {
      const reference = assetReference(assetIdOf(seed));
      pictures[reference] = picture(seed, size);
      return reference;
    };
    const lists = (group: "foreground" | "background", edges: Edge[], seed: number) => ({
      ...(edges.length > 0 && { [`${group}_edge`]: edges.map(({ size }, index) => kept(seed + index, size)) }),
      ...(edges.some((edge) => edge.prompt) && { [`${group}_edge_prompt`]: edges.map((edge) => edge.prompt ?? "") }),
    });
    const recipe: Recipe = {
      model: MODEL_NAME,
      input: {
        base_image_url: kept(1, base),
        ...(guide && { ref_image_url: kept(2, guide.size) }),
        ...(prompt && { ref_prompt: prompt }),
        ...(negativePrompt && { neg_ref_prompt: negativePrompt }),
        ...(foreground.length + background.length > 0 && {
          reference_edge: { ...lists("foreground", foreground, 10), ...lists("background", background, 20) },
        }),
      },
      parameters: {
        n,
        model_version: version,
        ...(guide && { noise_level: guide.noiseLevel }),
        ...(guide && prompt && { ref_prompt_weight: guide.weight }),
      },
    };
    return { recipe, pictures };
  });

function inRange({ min, max }: { min: number; max: number }) {
  return fc.integer({ min, max });
}

/** JSON has no -0. */
function anyWeight() {
  return fc.double({ ...LIMITS.promptWeight, noNaN: true }).map((weight) => weight + 0);
}

/** The request of the API reference's own example, its addresses shortened. */
export const REFERENCE_BODY = {
  model: "wanx-background-generation-v2",
  input: {
    base_image_url: "https://pictures.example/main/a.png",
    ref_image_url: "http://pictures.example/ref/b.jpg",
    ref_prompt: "山脉和晚霞",
    reference_edge: {
      foreground_edge: ["https://pictures.example/edge/blossom.png", "http://pictures.example/edge/dog.png"],
      background_edge: ["http://pictures.example/edge/leaves.png"],
      foreground_edge_prompt: ["粉色桃花", "可爱小狗"],
      background_edge_prompt: ["树叶"],
    },
  },
  parameters: { n: 4, ref_prompt_weight: 0.5, model_version: "v3" },
};
