import type { GenerationView, RunView } from "#lib/api/run-view.ts";
import { finishedCount } from "./kiln.ts";

export type Announcement = { kind: "started" | "picture" | "done" | "failed" | "canceled"; generation: GenerationView };

/**
 * What to say aloud about the step from one list to the next: one line per generation that moved on. What is met for the first time
 * says nothing; a page that opens must not read out its history.
 */
export function announcementsBetween(
  before: readonly RunView[] | undefined,
  after: readonly RunView[],
): Announcement[] {
  if (before === undefined) return [];
  const known = new Map(before.flatMap((run) => run.generations).map((generation) => [generation.id, generation]));
  return after
    .flatMap((run) => run.generations)
    .flatMap((generation) => {
      const earlier = known.get(generation.id);
      const kind = earlier && whatChanged(earlier, generation);
      return kind ? [{ kind, generation }] : [];
    });
}

function whatChanged(before: GenerationView, after: GenerationView): Announcement["kind"] | null {
  if (before.state !== after.state) {
    if (after.state === "running") return "started";
    if (after.state === "done" || after.state === "failed" || after.state === "canceled") return after.state;
  }
  return finishedCount(after) > finishedCount(before) ? "picture" : null;
}
