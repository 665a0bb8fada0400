import { z } from "zod";
import { LIMITS } from "#lib/wanx/contract/limits.ts";

/** As many as a document has: the guide's two, and one for each element. */
const MAX_PROMPTS = LIMITS.elements.max + 2;

export const promptRoleSchema = z.enum(["picture", "negative", "element"]);
export type PromptRole = z.infer<typeof promptRoleSchema>;

export const readPromptsSchema = z.object({
  prompts: z.array(z.string().max(LIMITS.storedPromptChars)).max(MAX_PROMPTS),
  /** What they are for: a picture, what shall not be in it, or its elements. */
  role: promptRoleSchema.default("picture"),
});
export type ReadPrompts = z.infer<typeof readPromptsSchema>;

/** What the preview engine made of a prompt: the words that mean nothing to it, as written but in lower case, each once and in order. */
export const promptReadingSchema = z.object({ unknown: z.array(z.string()) });
export type PromptReading = z.infer<typeof promptReadingSchema>;

/** One reading for each prompt, in their order; nothing is unknown in cloud mode, where no one here reads them. */
export const promptReadingsSchema = z.object({ readings: z.array(promptReadingSchema) });
export type PromptReadings = z.infer<typeof promptReadingsSchema>;
