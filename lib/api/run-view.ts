import { z } from "zod";
import { elementIdSchema, modelVersionSchema } from "#lib/composition/document.ts";
import { type FindingTarget, GUIDE_FIELDS } from "#lib/composition/finding.ts";
import { nextCursorSchema } from "./page.ts";

/** The life of a generation, in the order it can pass through. What may follow what is in `lib/generation`; `lib/client` keeps late news from moving it back. */
export const generationStateSchema = z.enum([
  "queued",
  "submitting",
  "pending",
  "running",
  "saving",
  "done",
  "failed",
  "canceled",
  "needs_decision",
]);
export type GenerationState = z.infer<typeof generationStateSchema>;

/** One result of a task: a picture, or the reason why there is none at this place. */
export const pictureViewSchema = z.object({
  id: z.string(),
  index: z.int(),
  assetId: z.string(),
  width: z.int(),
  height: z.int(),
});
export type PictureView = z.infer<typeof pictureViewSchema>;

/** A part of the document, as `FindingTarget` of `lib/composition` says it. */
export const findingTargetSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("subject") }),
  z.object({ kind: z.literal("element"), id: elementIdSchema }),
  z.object({ kind: z.literal("guide"), field: z.enum(GUIDE_FIELDS) }),
  z.object({ kind: z.literal("output") }),
  z.object({ kind: z.literal("document") }),
]) satisfies z.ZodType<FindingTarget>;

/** What upstream's words mean for the document: the layers and fields they can be about, and the finding that says the same. */
export const failureReadingSchema = z.object({
  targets: z.array(findingTargetSchema),
  finding: z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }).optional(),
});
export type FailureReading = z.infer<typeof failureReadingSchema>;

/** `code` is one of ours (for the text); `upstreamCode`, `upstreamMessage`, `requestId` are what upstream said, word for word. */
export const failureViewSchema = z.object({
  code: z.string(),
  upstreamCode: z.string().optional(),
  upstreamMessage: z.string().optional(),
  requestId: z.string().optional(),
  reading: failureReadingSchema.optional(),
});
export type FailureView = z.infer<typeof failureViewSchema>;

export const generationViewSchema = z.object({
  id: z.string(),
  runId: z.string(),
  projectId: z.string(),
  version: modelVersionSchema,
  /** Pictures asked for. */
  n: z.int(),
  state: generationStateSchema,
  /** How many times it has been sent. */
  attempts: z.int().default(0),
  /** Pictures upstream has finished so far, and those it gave up. */
  progress: z.object({ total: z.int(), succeeded: z.int(), failed: z.int() }),
  pictures: z.array(pictureViewSchema),
  failure: failureViewSchema.nullable(),
  /** Integer fen: what is held back while it runs, what was charged once it ended. */
  cost: z.object({ reservedFen: z.int(), chargedFen: z.int() }),
  taskId: z.string().nullable(),
  createdAt: z.int(),
  startedAt: z.int().nullable(),
  endedAt: z.int().nullable(),
});
export type GenerationView = z.infer<typeof generationViewSchema>;

/** The generations of one press of the button, v2 before v3. Times are epoch ms. */
export const runViewSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  revision: z.int(),
  createdAt: z.int(),
  generations: z.array(generationViewSchema),
});
export type RunView = z.infer<typeof runViewSchema>;

/** Newest first. */
export const runListSchema = z.object({ runs: z.array(runViewSchema), nextCursor: nextCursorSchema });
export type RunList = z.infer<typeof runListSchema>;

export const createRunSchema = z.object({
  projectId: z.string(),
  /** The saved revision that is compiled; 409 when it is not the newest. */
  revision: z.int(),
  versions: z.array(modelVersionSchema).min(1).max(2),
  n: z.int().min(1).max(4),
});
export type CreateRun = z.infer<typeof createRunSchema>;
