import { z } from "zod";
import type { AssetId } from "#lib/base/ids.ts";
import { sizeSchema } from "#lib/composition/document.ts";
import type { LayerName } from "#lib/composition/recipe.ts";

const assetIdSchema = z.custom<AssetId>((value) => typeof value === "string" && /^asset_[0-9a-f]{64}$/.test(value));
const layerNameSchema = z.custom<LayerName>(
  (value) => typeof value === "string" && /^(?:subject|element_[0-9a-z]{1,64})$/.test(value),
);
const numberSchema = z.number();

/** `generations.plan`: see `FlattenPlan`. */
export const storedPlanSchema = z.array(
  z.object({
    layer: layerNameSchema,
    assetId: assetIdSchema,
    matrix: z.tuple([numberSchema, numberSchema, numberSchema, numberSchema, numberSchema, numberSchema]),
    size: sizeSchema,
  }),
);

/** `generations.layers`: see `FlattenedLayers`. */
export const storedLayersSchema = z.record(layerNameSchema, assetIdSchema).nullable();

/** `generations.results`: what upstream gave for each picture, in its order. */
export const storedResultsSchema = z.array(
  z.union([z.object({ url: z.string() }), z.object({ code: z.string(), message: z.string() })]),
);
export type StoredResults = z.infer<typeof storedResultsSchema>;
