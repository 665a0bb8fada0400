import type { Clock } from "#lib/base/clock.ts";

export type Bell = {
  /** Ends the wait, or, when nobody waits, the next one at once: no ring is lost. */
  ring(): void;
  /** Until the bell rings or `timeoutMs` are over. For one waiter at a time. Rejects when `signal` is aborted. */
  wait(signal: AbortSignal, timeoutMs?: number): Promise<void>;
};

export function createBell(clock: Clock): Bell {
  let isRung = false;
  let wake: (() => void) | undefined;

  return {
    ring() {
      isRung = true;
      wake?.();
    },
    async wait(signal, timeoutMs) {
      signal.throwIfAborted();
      const nap = new AbortController();
      const rung = new Promise<void>((resolve, reject) => {
        wake = resolve;
        if (isRung) resolve();
        signal.addEventListener("abort", () => reject(signal.reason), { once: true, signal: nap.signal });
      });
      try {
        const over = timeoutMs === undefined ? [] : [clock.sleep(timeoutMs, nap.signal)];
        await Promise.race([rung, ...over]);
      } finally {
        isRung = false;
        wake = undefined;
        nap.abort();
      }
    },
  };
}
