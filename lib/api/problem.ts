import { z } from "zod";

/** The page that explains every operation and, at `#code`, every error. */
export const API_REFERENCE_PATH = "/api-reference";

/** RFC 9457 problem JSON, media type `application/problem+json`. `code` and `values` are stable; `detail` is in the language asked for, `type` is where the code is explained. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  requestId: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;
