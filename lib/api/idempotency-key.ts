import { z } from "zod";

export const IDEMPOTENCY_KEY_HEADER = "Idempotency-Key";

/** On an answer that was kept from the first request under its key. */
export const REPLAYED_HEADER = "Idempotent-Replayed";

/** Printable ASCII, long enough not to be met by chance. */
export const idempotencyKeySchema = z
  .string()
  .regex(/^[\x20-\x7e]{8,200}$/, "must be 8 to 200 printable ASCII characters");
