import { generationsInStates } from "#lib/db/generation-repository.ts";
import { backoffMs } from "./backoff.ts";
import type { Bell } from "./bell.ts";
import type { LaneParts } from "./lane-parts.ts";
import { resultExpiry } from "./result-expiry.ts";
import type { LoopStep } from "./run-loop.ts";
import type { SavePictures } from "./save-pictures.ts";

/**
 * Saves what is finished upstream, what expires first before the rest. One whose pictures cannot be had now waits for its next try by
 * itself: it holds up no other.
 */
export function createSaveQueue(
  { db, clock }: Pick<LaneParts, "db" | "clock">,
  savePictures: SavePictures,
  bell: Bell,
): LoopStep {
  const waiting = new Map<string, { failures: number; until: number }>();

  return async (signal) => {
    const finished = await generationsInStates(db, ["saving"]);
    if (finished.length === 0) return "idle";
    const dueAt = (id: string) => waiting.get(id)?.until ?? 0;
    const due = finished.filter(({ id }) => dueAt(id) <= clock.monotonic());
    const [next] = due.sort((a, b) => resultExpiry(a) - resultExpiry(b));
    if (!next) {
      await bell.wait(signal, Math.min(...finished.map(({ id }) => dueAt(id))) - clock.monotonic());
      return "progress";
    }
    const end = await savePictures(next, signal);
    if (end === "saved") {
      waiting.delete(next.id);
    } else {
      const failures = (waiting.get(next.id)?.failures ?? 0) + 1;
      const pauseMs = backoffMs({ failures, seed: next.id, atLeastMs: end.afterMs });
      waiting.set(next.id, { failures, until: clock.monotonic() + pauseMs });
    }
    return "progress";
  };
}
