import { z } from "zod";
import { inputUrlSchema } from "./input-url.ts";
import { LIMITS, MODEL_NAME } from "./limits.ts";

/** In characters as a person counts them, not in UTF-16 units. */
const isAtMost = (text: string, max: number) => [...text].length <= max;

export const modelVersionParameterSchema = z.enum(["v2", "v3"]);
export const sceneTypeSchema = z.enum(["GENERAL", "ROOM", "COSMETIC"]);
export type SceneType = z.infer<typeof sceneTypeSchema>;

/** Edge layers, each list bottom to top. A prompt list, when given, is as long as its picture list; `""` holds a place. */
export const referenceEdgeSchema = z
  .object({
    /** RGBA pictures in front of the subject. */
    foreground_edge: z.array(inputUrlSchema).optional(),
    foreground_edge_prompt: z.array(z.string()).optional(),
    /** RGBA pictures behind the subject. */
    background_edge: z.array(inputUrlSchema).optional(),
    background_edge_prompt: z.array(z.string()).optional(),
  })
  .superRefine((edge, context) => {
    for (const list of ["foreground_edge", "background_edge"] as const) {
      const prompts = edge[`${list}_prompt`];
      if (prompts !== undefined && prompts.length !== (edge[list]?.length ?? 0)) {
        context.addIssue({
          code: "custom",
          path: [`${list}_prompt`],
          message: `must be as long as ${list}`,
        });
      }
    }
    const count = (edge.foreground_edge?.length ?? 0) + (edge.background_edge?.length ?? 0);
    if (count > LIMITS.elements.max) {
      context.addIssue({
        code: "custom",
        path: [],
        message: `foreground_edge and background_edge together must have at most ${LIMITS.elements.max} pictures`,
      });
    }
  });
export type ReferenceEdge = z.infer<typeof referenceEdgeSchema>;

export const submitInputSchema = z
  .object({
    /** RGBA PNG with a transparent background, long side at most 2048 px; pictures come out in its size. */
    base_image_url: inputUrlSchema,
    /** Guide picture, RGB or RGBA; pixels of alpha 0 do not guide. `""` counts as not given. */
    ref_image_url: z.union([inputUrlSchema, z.literal("")]).optional(),
    /** Guide prompt, Chinese or English; what is too long is cut off without an error (`measurePrompt`). */
    ref_prompt: z.string().optional(),
    neg_ref_prompt: z.string().optional(),
    reference_edge: referenceEdgeSchema.optional(),
    /** @deprecated Text on the picture; the service advises against it. `""` counts as not given. */
    title: z
      .string()
      .refine((text) => isAtMost(text, LIMITS.title.maxChars), `must have at most ${LIMITS.title.maxChars} characters`)
      .optional(),
    /** @deprecated At most 10 characters; without a title it is ignored. */
    sub_title: z.string().optional(),
  })
  .superRefine((input, context) => {
    if (input.title && !isAtMost(input.sub_title ?? "", LIMITS.subTitle.maxChars)) {
      const message = `must have at most ${LIMITS.subTitle.maxChars} characters`;
      context.addIssue({ code: "custom", path: ["sub_title"], message });
    }
    if (!input.ref_prompt?.trim() && !input.ref_image_url) {
      context.addIssue({
        code: "custom",
        path: ["ref_prompt"],
        message: "at least one of ref_prompt and ref_image_url is required",
      });
    }
  });
export type SubmitInput = z.infer<typeof submitInputSchema>;

export const submitParametersSchema = z.object({
  /** Pictures, 1 to 4; 1 when left out. */
  n: z.int().min(LIMITS.n.min).max(LIMITS.n.max).optional(),
  /** `v2` (fast, the default) or `v3` (slower, better). */
  model_version: modelVersionParameterSchema.optional(),
  /** 0 to 999, 300 when left out; counts only with a guide picture. */
  noise_level: z.int().min(LIMITS.noiseLevel.min).max(LIMITS.noiseLevel.max).optional(),
  /** 0 to 1, 0.5 when left out; counts only with both guide prompt and guide picture. */
  ref_prompt_weight: z.number().min(LIMITS.promptWeight.min).max(LIMITS.promptWeight.max).optional(),
  /** @deprecated GENERAL when left out. */
  scene_type: sceneTypeSchema.optional(),
});
export type SubmitParameters = z.infer<typeof submitParametersSchema>;

/**
 * The body of a submission. Types and ranges are strict (no numbers as strings); keys the API does not know are dropped,
 * as the service does with what some SDKs add.
 */
export const submitRequestSchema = z.object({
  model: z.literal(MODEL_NAME),
  input: submitInputSchema,
  parameters: submitParametersSchema.optional(),
});
export type SubmitRequest = z.infer<typeof submitRequestSchema>;

/** Every address the request names, in the order base, guide, foreground, background. */
export function inputUrls(request: SubmitRequest): string[] {
  const { base_image_url, ref_image_url, reference_edge } = request.input;
  return [
    base_image_url,
    ...(ref_image_url ? [ref_image_url] : []),
    ...(reference_edge?.foreground_edge ?? []),
    ...(reference_edge?.background_edge ?? []),
  ];
}
