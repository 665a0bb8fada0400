import type { Clock } from "#lib/base/clock.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";

/** A little more than the second that upstream counts: its clock starts when our request arrives. */
const WINDOW_MS = 1_100;

export type SubmitWindow = { enter(signal: AbortSignal): Promise<void> };

/**
 * Lets at most two submissions into any sliding second. The memory is this process's: one process sends with one key
 * (the data directory is locked), and a restart takes longer than the second.
 */
export function createSubmitWindow(clock: Clock): SubmitWindow {
  const entered: number[] = [];
  return {
    async enter(signal) {
      const earlier = entered.at(-LIMITS.submitsPerSecond);
      const waitMs = earlier === undefined ? 0 : earlier + WINDOW_MS - clock.monotonic();
      if (waitMs > 0) await clock.sleep(waitMs, signal);
      entered.splice(0, entered.length - LIMITS.submitsPerSecond + 1);
      entered.push(clock.monotonic());
    },
  };
}
