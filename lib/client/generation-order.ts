import type { GenerationState, GenerationView } from "#lib/api/run-view.ts";

/**
 * How far along a state is. Before it is accepted upstream a generation may go to and fro (sent, asked for patience, waiting for a
 * decision, sent again), so these count alike; after that there is only forward until it is sent once more, and an end is an end.
 */
export const GENERATION_RANK: Record<GenerationState, number> = {
  queued: 0,
  submitting: 0,
  needs_decision: 0,
  pending: 1,
  running: 2,
  saving: 3,
  done: 4,
  failed: 4,
  canceled: 4,
};

export function isEnded(generation: Pick<GenerationView, "state">): boolean {
  return GENERATION_RANK[generation.state] === GENERATION_RANK.done;
}

/**
 * Of two views of the same generation the one that is further along: an answer that was on its way while an event came must not
 * take anything back. Between equals the incoming one counts.
 */
export function newerGeneration(known: GenerationView, incoming: GenerationView): GenerationView {
  return compareProgress(incoming, known) >= 0 ? incoming : known;
}

function compareProgress(a: GenerationView, b: GenerationView): number {
  return (
    a.attempts - b.attempts ||
    GENERATION_RANK[a.state] - GENERATION_RANK[b.state] ||
    a.pictures.length - b.pictures.length ||
    a.progress.succeeded + a.progress.failed - (b.progress.succeeded + b.progress.failed)
  );
}

/** The runs with this generation's news; null when none of them holds it, and they must be fetched. Keeps what did not change. */
export function mergeGeneration<Run extends { generations: GenerationView[] }>(
  runs: readonly Run[],
  incoming: GenerationView,
): Run[] | null {
  const place = runs.findIndex((run) => run.generations.some(({ id }) => id === incoming.id));
  if (place < 0) return null;
  return runs.map((run, index) =>
    index === place
      ? {
          ...run,
          generations: run.generations.map((known) =>
            known.id === incoming.id ? newerGeneration(known, incoming) : known,
          ),
        }
      : run,
  );
}
