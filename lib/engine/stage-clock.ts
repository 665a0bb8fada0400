import { systemClock } from "#lib/base/clock.ts";
import type { StageTiming } from "./engine.ts";

/** Wall time per stage, in the order the stages ended. */
export class StageClock {
  readonly stages: StageTiming[] = [];
  #last = systemClock.monotonic();

  end(stage: string): void {
    const now = systemClock.monotonic();
    this.stages.push({ stage, ms: Math.round((now - this.#last) * 10) / 10 });
    this.#last = now;
  }
}
