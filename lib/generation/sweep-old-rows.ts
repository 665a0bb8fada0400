import { deleteEventsBefore } from "#lib/db/event-repository.ts";
import { deleteIdempotencyKeysBefore } from "#lib/db/idempotency-repository.ts";
import { deleteExpiredUploads } from "#lib/db/upload-repository.ts";
import type { LaneParts } from "./lane-parts.ts";

const DAY_MS = 24 * 3600 * 1000;
/** A browser that was away for longer fetches everything anew. */
const EVENTS_KEPT_MS = 7 * DAY_MS;
/** Longer than any client repeats a request by itself. */
const KEYS_KEPT_MS = 2 * DAY_MS;

/** Forgets what nobody asks for any more. Runs, pictures and money are kept. */
export async function sweepOldRows({ db, clock }: Pick<LaneParts, "db" | "clock">): Promise<void> {
  const now = clock.now();
  await deleteEventsBefore(db, now - EVENTS_KEPT_MS);
  await deleteIdempotencyKeysBefore(db, now - KEYS_KEPT_MS);
  await deleteExpiredUploads(db, now);
}
