import { z } from "zod";

/** What a picture is for decides what is refused: a subject and an element need real transparency, a guide does not. */
export const assetPurposeSchema = z.enum(["subject", "element", "guide"]);
export type AssetPurpose = z.infer<typeof assetPurposeSchema>;

/** Measured once, at upload. Shares are of all pixels, 0 to 1. */
export const assetFactsSchema = z.object({
  /** The file as it came: `rgb`, `rgba`, `gray`, `gray-alpha`, `palette`. */
  mode: z.enum(["rgb", "rgba", "gray", "gray-alpha", "palette"]),
  transparentShare: z.number(),
  translucentShare: z.number(),
  opaqueShare: z.number(),
  /** Box of alpha > 0 in picture pixels, null when there is none. */
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() }).nullable(),
  /** Bright lines on black inside the alpha: already what the API wants of an element. 0 to 1. */
  edgeLikeness: z.number(),
  /** The same of its negative: dark lines on white. Missing in what was measured before it was looked at, as the next one. */
  invertedEdgeLikeness: z.number().optional(),
  /** Share of the soft border whose colour is still the old background's, 0 to 1. */
  haloShare: z.number().optional(),
});
export type AssetFacts = z.infer<typeof assetFactsSchema>;

export const assetViewSchema = z.object({
  id: z.string(),
  mediaType: z.enum(["image/png", "image/jpeg", "image/webp"]),
  width: z.int(),
  height: z.int(),
  sizeBytes: z.int(),
  facts: assetFactsSchema,
});
export type AssetView = z.infer<typeof assetViewSchema>;

/** `detail` is 0 (the outline only) to 1 (every texture). */
export const makeEdgeSchema = z.object({ detail: z.number().min(0).max(1).default(0.5) });

/**
 * What the studio can mend of a stored picture: `clean-halo` the colours of a cut-out's border, `invert` the polarity of an edge, `clear-ground`
 * the black around an edge that has no transparency.
 */
export const assetRepairSchema = z.enum(["clean-halo", "invert", "clear-ground"]);
export type AssetRepair = z.infer<typeof assetRepairSchema>;

export const repairAssetSchema = z.object({ repair: assetRepairSchema });
