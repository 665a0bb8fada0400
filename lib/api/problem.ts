import { z } from "zod";

/** RFC 9457 problem JSON, media type `application/problem+json`. `code` and `values` are stable; `detail` is in the language asked for. */
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
