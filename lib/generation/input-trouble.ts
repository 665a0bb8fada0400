import type { FailureView } from "#lib/api/run-view.ts";
import { BacklotError } from "#lib/base/errors.ts";
import { type GenerationRow, updateGeneration } from "#lib/db/generation-repository.ts";
import { WanxError } from "#lib/wanx/client/wanx-error.ts";
import { type Again, again, type Stage } from "./backoff.ts";
import { failureOf } from "./failure.ts";
import type { LaneParts } from "./lane-parts.ts";
import { endGeneration } from "./move-generation.ts";

/** How often an error that nobody can explain may hold up the queue before its generation gives way. */
const STRIKES = 5;

/** `over`: the generation has failed. Nothing has been sent, nothing is charged. */
export type JudgeInputTrouble = (row: GenerationRow, stage: Stage, error: unknown) => Promise<Again | "over">;

/** Decides what becomes of a queued generation when upstream does not answer or its inputs cannot be made or uploaded. */
export function createInputTrouble({
  events,
  clock,
  log,
}: Pick<LaneParts, "events" | "clock" | "log">): JudgeInputTrouble {
  const strikes = new Map<string, number>();

  const mayRepeat = (row: GenerationRow, error: unknown): boolean => {
    if (WanxError.is(error) && error.isRetryable) return true;
    if (WanxError.is(error) && error.outcome === "rejected") return false;
    if (BacklotError.is(error)) return error.code === "storage/full";
    const count = (strikes.get(row.id) ?? 0) + 1;
    strikes.set(row.id, count);
    return count < STRIKES;
  };

  return async (row, stage, error) => {
    const isAgain = mayRepeat(row, error);
    log.warn({ err: error, generationId: row.id, isAgain }, "cannot prepare what is to be sent");
    const failure = failureOf(error);
    if (isAgain) {
      await tellWhyItWaits(events, row, failure);
      return again(stage, error);
    }
    strikes.delete(row.id);
    const at = clock.now();
    await events.change(async (transaction, append) => {
      await endGeneration({ transaction, append }, row.id, { to: "failed", paidPictures: 0, failure, at });
    });
    return "over";
  };
}

/** It stays queued, with the reason to be read; told once, not at every try. */
async function tellWhyItWaits(events: LaneParts["events"], row: GenerationRow, failure: FailureView): Promise<void> {
  if (JSON.stringify(row.failure) === JSON.stringify(failure)) return;
  await events.change(async (transaction, append) => {
    if (await updateGeneration(transaction, row.id, ["queued"], { failure })) await append("generation-queued", row.id);
  });
}
