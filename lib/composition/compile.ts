import { BacklotError } from "#lib/base/errors.ts";
import type { AssetId } from "#lib/base/ids.ts";
import { MODEL_NAME } from "#lib/wanx/contract/limits.ts";
import type { Element, ModelVersion, PlacedPicture, ProjectDocument, Size, Transform } from "./document.ts";
import type { FactsByAssetId } from "./facts.ts";
import type { Finding } from "./finding.ts";
import { layerMatrix, type Matrix } from "./geometry.ts";
import { preflight } from "./preflight.ts";
import { assetReference, type LayerName, layerReference, type Recipe, recipeSchema } from "./recipe.ts";
import type { RequestBody } from "./request-body.ts";

/** One picture to flatten: draw `assetId` through `matrix` onto a transparent canvas of `size`. */
export interface FlattenPlan {
  layer: LayerName;
  assetId: AssetId;
  matrix: Matrix;
  /** The artboard's. */
  size: Size;
}

/**
 * The request of one generation and how its pictures are made: `draftRecipe` of a document that the API takes. Pure: equal documents
 * give equal results.
 *
 * Throws `document/not-ready` {finding, target, ...the finding's own values} for the first error of `preflight`; with `facts` also for
 * what is wrong with the pixels of its pictures.
 */
export function compile(
  document: ProjectDocument,
  { version, n, facts = {} }: { version: ModelVersion; n: number; facts?: FactsByAssetId },
): { recipe: Recipe; plan: FlattenPlan[] } {
  const error = preflight(document, facts).find(({ severity }) => severity === "error");
  if (error) throw notReady(error);
  const { recipe, plan } = draftRecipe(document, { version, n });
  return { recipe: recipeSchema.parse(recipe), plan };
}

function notReady({ code, target, values }: Finding): BacklotError {
  return new BacklotError("document/not-ready", {
    ...values,
    finding: code,
    target: target.kind,
    ...(target.kind === "element" && { element: target.id }),
    ...(target.kind === "guide" && { field: target.field }),
  });
}

/**
 * What would be sent of a document as it stands, ready or not: nothing is judged, `base_image_url` is `""` without a subject. Left out are
 * hidden elements, empty texts, prompt lists without a single prompt, and parameters that would be ignored.
 */
export function draftRecipe(
  document: ProjectDocument,
  { version, n }: { version: ModelVersion; n: number },
): { recipe: RequestBody; plan: FlattenPlan[] } {
  const { subject, guide, artboard } = document;
  const foreground = document.foreground.filter(({ visible }) => visible);
  const background = document.background.filter(({ visible }) => visible);
  const prompt = guide.prompt.trim();
  const negativePrompt = guide.negativePrompt.trim();
  const hasEdges = foreground.length + background.length > 0;

  const recipe: RequestBody = {
    model: MODEL_NAME,
    input: {
      base_image_url: subject ? layerReference("subject") : "",
      ...(guide.image && { ref_image_url: assetReference(guide.image.assetId) }),
      ...(prompt && { ref_prompt: prompt }),
      ...(negativePrompt && { neg_ref_prompt: negativePrompt }),
      ...(hasEdges && {
        reference_edge: {
          ...(foreground.length > 0 && { foreground_edge: references(foreground) }),
          ...(background.length > 0 && { background_edge: references(background) }),
          ...(hasPrompts(foreground) && { foreground_edge_prompt: prompts(foreground) }),
          ...(hasPrompts(background) && { background_edge_prompt: prompts(background) }),
        },
      }),
    },
    parameters: {
      n,
      model_version: version,
      ...(guide.image && { noise_level: guide.noiseLevel }),
      ...(guide.image && prompt && { ref_prompt_weight: guide.promptWeight }),
    },
  };
  const layers: [LayerName, PlacedPicture & { transform: Transform }][] = [
    ...(subject ? [["subject", subject] satisfies [LayerName, unknown]] : []),
    ...[...foreground, ...background].map((element): [LayerName, Element] => [element.id, element]),
  ];
  const plan = layers.map(([layer, { assetId, size, transform }]) => ({
    layer,
    assetId,
    matrix: layerMatrix(size, transform),
    size: artboard,
  }));
  return { recipe, plan };
}

const references = (elements: Element[]) => elements.map(({ id }) => layerReference(id));
const prompts = (elements: Element[]) => elements.map(({ prompt }) => prompt.trim());
const hasPrompts = (elements: Element[]) => prompts(elements).some((prompt) => prompt !== "");
