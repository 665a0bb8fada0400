/** Apart from the key's schema, so that a page can name them without loading zod. */
export const IDEMPOTENCY_KEY_HEADER = "Idempotency-Key";

/** On an answer that was kept from the first request under its key. */
export const REPLAYED_HEADER = "Idempotent-Replayed";
