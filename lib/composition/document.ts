import { z } from "zod";
import type { AssetId, ElementId } from "#lib/base/ids.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";

/** Only this version is written; an older one is migrated on load, a newer one is refused (`document/too-new`). */
export const DOCUMENT_SCHEMA = 1;

export const assetIdSchema = z.templateLiteral([
  "asset_",
  z.string().regex(/^[0-9a-f]{64}$/),
]) satisfies z.ZodType<AssetId>;
export const elementIdSchema = z.templateLiteral([
  "element_",
  z.string().regex(/^[0-9a-z]{1,64}$/),
]) satisfies z.ZodType<ElementId>;

/** Whole pixels. */
export const sizeSchema = z.object({ width: z.int().min(1), height: z.int().min(1) });
export type Size = z.infer<typeof sizeSchema>;

/** Far beyond any artboard: a layer outside these could hardly be found again. */
export const TRANSFORM_LIMITS = { position: 1e5, scale: 100 } as const;

/**
 * Where a layer stands: `x`, `y` are the artboard pixel of the picture's centre, scale 1 is one picture pixel per artboard pixel
 * (negative flips), rotation is in degrees, clockwise. See `layerMatrix` for the order in which they apply.
 */
export const transformSchema = z.object({
  x: within(TRANSFORM_LIMITS.position),
  y: within(TRANSFORM_LIMITS.position),
  scaleX: within(TRANSFORM_LIMITS.scale),
  scaleY: within(TRANSFORM_LIMITS.scale),
  rotation: z.number().min(-360).max(360),
});
export type Transform = z.infer<typeof transformSchema>;

function within(limit: number) {
  return z.number().min(-limit).max(limit);
}

/** A picture by the hash of its bytes, with its own pixel size (needed to place it without loading it). */
export const placedPictureSchema = z.object({ assetId: assetIdSchema, size: sizeSchema, name: z.string().max(200) });
export type PlacedPicture = z.infer<typeof placedPictureSchema>;

export const subjectSchema = placedPictureSchema.extend({ transform: transformSchema });
export type Subject = z.infer<typeof subjectSchema>;

/** One edge layer. `original` is the cut-out it was made from, kept so that it can be made again. */
export const elementSchema = placedPictureSchema.extend({
  id: elementIdSchema,
  transform: transformSchema,
  visible: z.boolean(),
  prompt: z.string().max(LIMITS.storedPromptChars),
  original: placedPictureSchema.nullable(),
});
export type Element = z.infer<typeof elementSchema>;

export const guideSchema = z.object({
  prompt: z.string().max(LIMITS.storedPromptChars),
  negativePrompt: z.string().max(LIMITS.storedPromptChars),
  image: placedPictureSchema.nullable(),
  noiseLevel: z.int().min(LIMITS.noiseLevel.min).max(LIMITS.noiseLevel.max),
  promptWeight: z.number().min(LIMITS.promptWeight.min).max(LIMITS.promptWeight.max),
});
export type Guide = z.infer<typeof guideSchema>;

export const modelVersionSchema = z.enum(["v2", "v3"]);
export type ModelVersion = z.infer<typeof modelVersionSchema>;

export const outputSchema = z.object({
  versions: z.array(modelVersionSchema).min(1).max(2),
  n: z.int().min(LIMITS.n.min).max(LIMITS.n.max),
});
export type Output = z.infer<typeof outputSchema>;

/** Both lists are in the order of the API: bottom to top. Hidden elements stay in the document and out of the recipe. */
export const documentSchema = z.object({
  schema: z.literal(DOCUMENT_SCHEMA),
  artboard: z.object({
    width: z.int().min(LIMITS.sidePx.min).max(LIMITS.sidePx.max),
    height: z.int().min(LIMITS.sidePx.min).max(LIMITS.sidePx.max),
  }),
  subject: subjectSchema.nullable(),
  foreground: z.array(elementSchema),
  background: z.array(elementSchema),
  guide: guideSchema,
  output: outputSchema,
});
export type ProjectDocument = z.infer<typeof documentSchema>;

export type ElementGroup = "foreground" | "background";
