import type { GenerationView, RunView } from "#lib/api/run-view.ts";
import { GENERATION_RANK, isEnded } from "#lib/client/generation-order.ts";

/** What is not finished, in the order it will be: furthest along first, then as it was asked for. */
export function unfinishedGenerations(runs: readonly RunView[]): GenerationView[] {
  return runs
    .flatMap((run) => run.generations)
    .filter((generation) => !isEnded(generation))
    .sort(
      (a, b) => GENERATION_RANK[b.state] - GENERATION_RANK[a.state] || a.createdAt - b.createdAt || compareId(a, b),
    );
}

function compareId(a: GenerationView, b: GenerationView): number {
  return a.id < b.id ? -1 : 1;
}

/** Its own places: what is there, what failed, and what is still to come, so that the grid never shifts. */
export type PicturePlace =
  | { kind: "picture"; index: number; picture: GenerationView["pictures"][number] }
  | { kind: "reserved"; index: number }
  | { kind: "missing"; index: number };

export function picturePlaces(generation: GenerationView): PicturePlace[] {
  const open = isEnded(generation) ? "missing" : "reserved";
  return Array.from({ length: generation.n }, (_, index) => {
    const picture = generation.pictures.find((candidate) => candidate.index === index);
    return picture ? { kind: "picture", index, picture } : { kind: open, index };
  });
}

/** Pictures that are finished, here or still upstream. */
export function finishedCount({ pictures, progress, n }: GenerationView): number {
  return Math.min(n, Math.max(pictures.length, progress.succeeded));
}

/**
 * Milliseconds left, from how long this version took per picture in the finished generations (their median); null without one to learn
 * from. Never below zero: what takes longer than usual is “soon”, not negative.
 */
export function estimateLeftMs(runs: readonly RunView[], generation: GenerationView, now: number): number | null {
  if (generation.startedAt === null) return null;
  const perPicture = runs
    .flatMap((run) => run.generations)
    .filter(({ state, version }) => state === "done" && version === generation.version)
    .flatMap(({ startedAt, endedAt, n }) => (startedAt !== null && endedAt !== null ? [(endedAt - startedAt) / n] : []))
    .sort((a, b) => a - b);
  const median = perPicture[Math.floor(perPicture.length / 2)];
  if (median === undefined) return null;
  return Math.max(0, generation.startedAt + median * generation.n - now);
}
