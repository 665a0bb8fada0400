import type { GenerationState, GenerationView, PictureView, RunView } from "#lib/api/run-view.ts";
import { BacklotError } from "#lib/base/errors.ts";
import type { Stops } from "./stops.ts";
import type { News, Studio } from "./studio.ts";

/** Nothing more happens by itself. */
const SETTLED: readonly GenerationState[] = ["done", "failed", "canceled", "needs_decision"];
const CANCELABLE: readonly GenerationState[] = ["queued", "pending"];
const TOO_LATE: readonly GenerationState[] = ["running", "saving"];

export interface FollowRunParts {
  studio: Studio;
  run: RunView;
  /** Opened before the run was made. */
  news: AsyncIterable<News>;
  stops: Stops;
  onChange(generation: GenerationView): void;
  /** Once for each picture, in the order they come. */
  onPicture(generation: GenerationView, picture: PictureView): Promise<void>;
  /** The user wants to stop, but this one is being drawn and will be paid for. Once each. */
  onTooLate(generation: GenerationView): void;
  onCancelFailed(generation: GenerationView, error: BacklotError): void;
}

/**
 * Follows a run until all of its generations are settled and their pictures handed on, or until the user insists on leaving. When the user
 * asks to stop, what can be cancelled is, at once or as soon as it can be. Answers the last that is known of each.
 */
export async function followRun(parts: FollowRunParts): Promise<GenerationView[]> {
  const { studio, run, news, stops, onChange, onPicture, onTooLate } = parts;
  const views = new Map(run.generations.map((generation) => [generation.id, generation]));
  const handedOn = new Set<string>();
  const toldTooLate = new Set<string>();
  const cancelling = new Set<string>();

  async function receive(generation: GenerationView): Promise<void> {
    const known = views.get(generation.id);
    // Late news of an earlier state comes behind a gap.
    if (!known || (SETTLED.includes(known.state) && !SETTLED.includes(generation.state))) return;
    views.set(generation.id, generation);
    onChange(generation);
    for (const picture of generation.pictures) {
      if (handedOn.has(picture.id)) continue;
      handedOn.add(picture.id);
      await onPicture(generation, picture);
    }
    if (stops.asked.aborted) await stop(generation);
  }

  async function stop(generation: GenerationView): Promise<void> {
    const { id, state } = generation;
    if (TOO_LATE.includes(state) && !toldTooLate.has(id)) {
      toldTooLate.add(id);
      onTooLate(generation);
    }
    if (!CANCELABLE.includes(state) || cancelling.has(id)) return;
    cancelling.add(id);
    try {
      await studio.cancel(id);
    } catch (error) {
      if (!BacklotError.is(error)) throw error;
      // It has moved on meanwhile: the news of that tells where it stands.
      if (error.code !== "run/not-cancelable") parts.onCancelFailed(generation, error);
    } finally {
      cancelling.delete(id);
    }
  }

  const failed = Promise.withResolvers<never>();
  const stopAll = () => {
    for (const view of views.values()) stop(view).catch(failed.reject);
  };
  stops.asked.addEventListener("abort", stopAll, { once: true });
  try {
    await Promise.race([follow(), failed.promise]);
    return [...views.values()];
  } finally {
    stops.asked.removeEventListener("abort", stopAll);
  }

  async function follow(): Promise<void> {
    if (stops.asked.aborted) stopAll();
    for await (const item of news) {
      const generations =
        item.kind === "generation"
          ? [item.generation]
          : (await studio.runs(run.projectId)).flatMap((each) => each.generations);
      for (const generation of generations) await receive(generation);
      if ([...views.values()].every(({ state }) => SETTLED.includes(state))) return;
    }
  }
}
