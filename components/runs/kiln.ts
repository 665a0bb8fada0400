import type { GenerationView, RunView } from "#lib/api/run-view.ts";
import { GENERATION_RANK, isEnded } from "#lib/client/generation-order.ts";

/** What is not finished, in the order it will be: furthest along first, then as it was asked for, v2 before v3. */
export function unfinishedGenerations(runs: readonly RunView[]): GenerationView[] {
  return runs
    .flatMap((run) => run.generations)
    .filter((generation) => !isEnded(generation))
    .sort(
      (a, b) =>
        GENERATION_RANK[b.state] - GENERATION_RANK[a.state] ||
        a.createdAt - b.createdAt ||
        compare(a.runId, b.runId) ||
        compare(a.version, b.version),
    );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
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

/** Pictures of the runs that are not finished yet, those of a finished version among them too; null when nothing is being made. */
export function runsProgress(runs: readonly RunView[]): { done: number; total: number } | null {
  const generations = runs
    .filter((run) => run.generations.some((generation) => !isEnded(generation)))
    .flatMap((run) => run.generations)
    .filter(({ state }) => state !== "failed" && state !== "canceled");
  if (generations.length === 0) return null;
  return {
    done: generations.reduce((sum, generation) => sum + finishedCount(generation), 0),
    total: generations.reduce((sum, { n }) => sum + n, 0),
  };
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
