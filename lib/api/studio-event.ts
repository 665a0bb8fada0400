import { z } from "zod";
import { generationViewSchema } from "./run-view.ts";

export const studioEventTypeSchema = z.enum([
  "generation-queued",
  "generation-submitting",
  "generation-pending",
  "generation-running",
  "generation-progressed",
  "picture-saved",
  "generation-succeeded",
  "generation-failed",
  "generation-canceled",
  "generation-needs-decision",
]);
export type StudioEventType = z.infer<typeof studioEventTypeSchema>;

/** One line of the event log. Each carries the whole generation as it then was, so that applying one twice, or only the last, is enough. */
export const studioEventSchema = z.object({
  /** Strictly rising; the SSE `id`. */
  seq: z.int(),
  type: studioEventTypeSchema,
  at: z.int(),
  generation: generationViewSchema,
});
export type StudioEvent = z.infer<typeof studioEventSchema>;

/** Sent instead of a replay when the asked-for place is no longer in the log: fetch everything anew. */
export const RESET_EVENT = "reset";

/** One frame of the event stream. `reset` comes without data. */
export const eventFrameSchema = z.object({
  id: z.int(),
  event: z.union([studioEventTypeSchema, z.literal(RESET_EVENT)]),
  data: z.union([studioEventSchema, z.strictObject({})]),
});
