import { z } from "zod";
import { LIMITS, MODEL_NAME } from "#lib/wanx/contract/limits.ts";
import { modelVersionSchema } from "./document.ts";

/**
 * The body of a submission, word for word, with `picture` deciding what may stand where the API wants a URL. Keys the API does not know
 * are refused, deprecated ones too.
 */
export function requestBodySchema<Picture extends z.ZodType<string>>(picture: Picture) {
  return z.strictObject({
    model: z.literal(MODEL_NAME),
    input: z.strictObject({
      base_image_url: picture,
      ref_image_url: picture.optional(),
      ref_prompt: z.string().optional(),
      neg_ref_prompt: z.string().optional(),
      reference_edge: z
        .strictObject({
          foreground_edge: z.array(picture).optional(),
          foreground_edge_prompt: z.array(z.string()).optional(),
          background_edge: z.array(picture).optional(),
          background_edge_prompt: z.array(z.string()).optional(),
        })
        .optional(),
    }),
    parameters: z.strictObject({
      n: z.int().min(LIMITS.n.min).max(LIMITS.n.max),
      model_version: modelVersionSchema,
      noise_level: z.int().min(LIMITS.noiseLevel.min).max(LIMITS.noiseLevel.max).optional(),
      ref_prompt_weight: z.number().min(LIMITS.promptWeight.min).max(LIMITS.promptWeight.max).optional(),
    }),
  });
}

/** A recipe whose pictures may be anything that names one: references, URLs, or `""` where there is none yet. */
export type RequestBody = z.infer<ReturnType<typeof requestBodySchema<z.ZodType<string>>>>;
