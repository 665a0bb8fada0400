import { z } from "zod";
import type { Operation } from "#lib/api/operation.ts";
import { pageQuerySchema } from "#lib/api/page.ts";
import { createRunSchema, generationViewSchema, runListSchema, runViewSchema } from "#lib/api/run-view.ts";

export const listRuns = {
  id: "listRuns",
  group: "runs",
  method: "GET",
  path: "/api/runs",
  query: pageQuerySchema.extend({ projectId: z.string().min(1).optional() }),
  answer: { kind: "json", status: 200, schema: runListSchema },
  errors: ["project/not-found"],
} as const satisfies Operation;

export const createRun = {
  id: "createRun",
  group: "runs",
  method: "POST",
  path: "/api/runs",
  body: { kind: "json", schema: createRunSchema },
  answer: { kind: "json", status: 202, schema: runViewSchema },
  errors: ["project/not-found", "project/stale-revision", "document/not-ready", "document/invalid", "document/too-new"],
  creates: true,
} as const satisfies Operation;

export const cancelGeneration = {
  id: "cancelGeneration",
  group: "runs",
  method: "POST",
  path: "/api/generations/{generationId}/cancel",
  answer: { kind: "json", status: 200, schema: generationViewSchema },
  errors: ["generation/not-found", "run/not-cancelable", "upstream/unreachable"],
} as const satisfies Operation;

export const sendGenerationAgain = {
  id: "sendGenerationAgain",
  group: "runs",
  method: "POST",
  path: "/api/generations/{generationId}/send-again",
  answer: { kind: "json", status: 200, schema: generationViewSchema },
  errors: ["generation/not-found", "generation/not-undecided"],
} as const satisfies Operation;
