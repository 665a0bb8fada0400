import type { Clock } from "#lib/base/clock.ts";
import { newId } from "#lib/base/ids.ts";
import { type Again, again, backoffMs, type Stage } from "./backoff.ts";
import type { Bell } from "./bell.ts";
import type { LaneLog } from "./lane-parts.ts";

/** What a step came to: there may be more to do, there is nothing to do until the bell rings, or the same wants a pause first. */
export type StepEnd = "progress" | "idle" | Again;
export type LoopStep = (signal: AbortSignal) => Promise<StepEnd>;

/**
 * Takes step after step until `signal` is aborted. A step that throws is logged and taken again after a pause: whatever
 * happens (a full disk, a locked database), the lane goes on by itself once it has passed.
 */
export async function runLoop(
  parts: { name: string; step: LoopStep; bell: Bell; clock: Clock; log: LaneLog },
  signal: AbortSignal,
): Promise<void> {
  const { name, step, bell, clock, log } = parts;
  const seed = newId("loop");
  let failed: { stage: Stage; failures: number } | undefined;

  const takeStep = async (): Promise<StepEnd> => {
    try {
      return await step(signal);
    } catch (error) {
      if (!signal.aborted) log.error({ err: error, loop: name }, "a step of the lane failed, trying again");
      return again("step", error);
    }
  };
  const ignoreAbort = (reason: unknown) => {
    if (!signal.aborted) throw reason;
  };

  while (!signal.aborted) {
    const end = await takeStep();
    if (end === "idle") await bell.wait(signal).catch(ignoreAbort);
    if (typeof end === "string") {
      failed = undefined;
    } else {
      const failures = failed?.stage === end.stage ? failed.failures + 1 : 1;
      failed = { stage: end.stage, failures };
      await clock.sleep(backoffMs({ failures, seed, atLeastMs: end.afterMs }), signal).catch(ignoreAbort);
    }
  }
}
