import { z } from "zod";

/** Printable ASCII, long enough not to be met by chance. */
export const idempotencyKeySchema = z
  .string()
  .regex(/^[\x20-\x7e]{8,200}$/, "must be 8 to 200 printable ASCII characters");
