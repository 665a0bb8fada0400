import { z } from "zod";
import type { Operation } from "#lib/api/operation.ts";
import { digitsSchema } from "#lib/api/query-values.ts";
import { eventFrameSchema } from "#lib/api/studio-event.ts";

export const streamEvents = {
  id: "streamEvents",
  group: "events",
  method: "GET",
  path: "/api/events",
  query: z.object({ after: digitsSchema.optional() }),
  headers: z.object({ "Last-Event-ID": digitsSchema.optional() }),
  answer: { kind: "events", status: 200, schema: eventFrameSchema },
  errors: [],
} as const satisfies Operation;
