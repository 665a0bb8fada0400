import { z } from "zod";
import { documentSchema } from "#lib/composition/document.ts";
import { EXAMPLE_NAMES } from "./example-names.ts";
import { nextCursorSchema } from "./page.ts";

/** One line of text: no control characters, and none that turn the reading direction of what stands after them. */
const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u, "must be one line of plain text");

/** A project as the list shows it; `cover` is an asset id: the newest picture, else the subject. */
export const projectSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  revision: z.int(),
  createdAt: z.int(),
  updatedAt: z.int(),
  cover: z.string().nullable(),
});
export type ProjectSummary = z.infer<typeof projectSummarySchema>;

export const projectViewSchema = projectSummarySchema.extend({ document: documentSchema });
export type ProjectView = z.infer<typeof projectViewSchema>;

/** Newest save first. */
export const projectListSchema = z.object({ projects: z.array(projectSummarySchema), nextCursor: nextCursorSchema });
export type ProjectList = z.infer<typeof projectListSchema>;

/** `example` names one of the ready scenes; without it the project starts empty. */
export const createProjectSchema = z.object({
  name: nameSchema.optional(),
  example: z.enum(EXAMPLE_NAMES).optional(),
});
export type CreateProject = z.infer<typeof createProjectSchema>;

/** `revision` is the one the edit started from; 409 `project/stale-revision` when another save came between. */
export const saveProjectSchema = z.object({ revision: z.int(), name: nameSchema.optional(), document: documentSchema });
export type SaveProject = z.infer<typeof saveProjectSchema>;

export const savedProjectSchema = z.object({ revision: z.int(), updatedAt: z.int() });
