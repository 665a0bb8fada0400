import type { Operation } from "#lib/api/operation.ts";
import { promptReadingsSchema, readPromptsSchema } from "#lib/api/prompt-reading.ts";

/** A POST for the length of prompts alone: it creates nothing. */
export const readPrompts = {
  id: "readPrompts",
  group: "runs",
  method: "POST",
  path: "/api/prompt-readings",
  body: { kind: "json", schema: readPromptsSchema },
  answer: { kind: "json", status: 200, schema: promptReadingsSchema },
  errors: [],
} as const satisfies Operation;
