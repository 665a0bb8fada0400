import { z } from "zod";
import { invariant } from "#lib/base/assert.ts";
import type { AssetId, ElementId } from "#lib/base/ids.ts";
import { type SubmitRequest, submitRequestSchema } from "#lib/wanx/contract/submit-request.ts";
import { assetIdSchema, elementIdSchema } from "./document.ts";
import { requestBodySchema } from "./request-body.ts";

/** A layer that is flattened to a PNG of the artboard's size before it is sent. */
export type LayerName = "subject" | ElementId;

const LAYER_SCHEME = "backlot-layer:";
const ASSET_SCHEME = "backlot-asset:";

/** What stands in a recipe where the API wants a URL. */
export type PictureReference = `${typeof LAYER_SCHEME}${string}` | `${typeof ASSET_SCHEME}${string}`;

export const layerReference = (layer: LayerName): PictureReference => `${LAYER_SCHEME}${layer}`;
export const assetReference = (assetId: AssetId): PictureReference => `${ASSET_SCHEME}${assetId}`;

/** The layer that a reference names, undefined for one to an asset and for a URL. */
export function layerOfReference(address: string): LayerName | undefined {
  return address.startsWith(LAYER_SCHEME) ? (address.slice(LAYER_SCHEME.length) as LayerName) : undefined;
}

/** The asset that a reference names, undefined for one to a layer and for a URL. */
export function assetOfReference(address: string): AssetId | undefined {
  return address.startsWith(ASSET_SCHEME) ? (address.slice(ASSET_SCHEME.length) as AssetId) : undefined;
}

export const referenceSchema: z.ZodType<PictureReference> = z.union(
  [
    z.templateLiteral([LAYER_SCHEME, z.union([z.literal("subject"), elementIdSchema])]),
    z.templateLiteral([ASSET_SCHEME, assetIdSchema]),
  ],
  "must name a layer or an asset",
);

/** The body of a submission, word for word, but for its pictures, which are references. Keys the API does not know are refused. */
export const recipeSchema = requestBodySchema(referenceSchema);
export type Recipe = z.infer<typeof recipeSchema>;

/** Every picture the recipe names, once each, in the order base, guide, foreground, background. */
export function recipeReferences(recipe: Recipe): PictureReference[] {
  const { base_image_url, ref_image_url, reference_edge } = recipe.input;
  const all = [
    base_image_url,
    ...(ref_image_url ? [ref_image_url] : []),
    ...(reference_edge?.foreground_edge ?? []),
    ...(reference_edge?.background_edge ?? []),
  ];
  return [...new Set(all)];
}

/** The request to send: every reference replaced by its URL. A reference without a URL is our bug. */
export function bindRecipe(recipe: Recipe, urls: Readonly<Record<PictureReference, string>>): SubmitRequest {
  return submitRequestSchema.parse(replaceReferences(recipe, urls));
}

/**
 * The same recipe with its layers replaced by what they were flattened to; those not given stay. Only this form names everything by content: two documents
 * that differ in a transform alone have equal recipes before and different ones after.
 */
export function withFlattenedLayers(recipe: Recipe, assetIds: Readonly<Partial<Record<LayerName, AssetId>>>): Recipe {
  const replacements: Record<string, string> = {};
  for (const reference of recipeReferences(recipe)) {
    const layer = layerOfReference(reference);
    const assetId = layer && assetIds[layer];
    replacements[reference] = assetId ? assetReference(assetId) : reference;
  }
  return recipeSchema.parse(replaceReferences(recipe, replacements));
}

function replaceReferences(recipe: Recipe, replacements: Readonly<Record<string, string>>): unknown {
  const replaced = (reference: string): string => {
    const value = replacements[reference];
    invariant(value !== undefined, `a replacement for ${reference}`);
    return value;
  };
  const { input } = recipe;
  const edge = input.reference_edge;
  return {
    ...recipe,
    input: {
      ...input,
      base_image_url: replaced(input.base_image_url),
      ...(input.ref_image_url && { ref_image_url: replaced(input.ref_image_url) }),
      ...(edge && {
        reference_edge: {
          ...edge,
          ...(edge.foreground_edge && { foreground_edge: edge.foreground_edge.map(replaced) }),
          ...(edge.background_edge && { background_edge: edge.background_edge.map(replaced) }),
        },
      }),
    },
  };
}

/** Equal recipes give equal text: keys sorted at every depth, no white space. What a hash or a comparison is made of. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}
