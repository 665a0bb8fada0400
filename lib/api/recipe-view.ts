import { z } from "zod";
import { documentSchema } from "#lib/composition/document.ts";
import { recipeSchema } from "#lib/composition/recipe.ts";
import { assetPurposeSchema } from "./asset-view.ts";

/** A picture at a public http or https address, and what a pasted request names it as. */
export const fetchPictureSchema = z.object({ url: z.string().min(1).max(4096), purpose: assetPurposeSchema });
export type FetchPicture = z.infer<typeof fetchPictureSchema>;

/**
 * What a generation was sent with. `recipe` names every picture by its content (`backlot-asset:…`), and each of them is an asset of this
 * studio; `hash` is its `recipeHash`. `document` is the one it was compiled from, null for generations of a release that did not keep it.
 */
export const generationRecipeSchema = z.object({
  recipe: recipeSchema,
  document: documentSchema.nullable(),
  hash: z.string(),
});
export type GenerationRecipe = z.infer<typeof generationRecipeSchema>;

export const pictureFormatSchema = z.enum(["png", "webp", "jpeg"]);
export type PictureFormat = z.infer<typeof pictureFormatSchema>;

/**
 * What a dropped file brought with it.
 * - `document`: the project it was made from, exactly; this studio has all its pictures.
 * - `flattened`: pictures of the project are not here, so the document is made of the layers as they were sent, each one picture over the
 *   whole artboard; they are assets of this studio now. `missing` names what is not here: the pictures' names, or their asset ids.
 * - `none`: an ordinary picture, or one whose data cannot be used (then `missing` may say what would have been needed).
 */
export const pictureReadingSchema = z.object({
  form: z.enum(["document", "flattened", "none"]),
  document: documentSchema.nullable(),
  missing: z.array(z.string()),
});
export type PictureReading = z.infer<typeof pictureReadingSchema>;
