import type { Clock } from "#lib/base/clock.ts";
import { ServiceError } from "./service-error.ts";

const WINDOW_MS = 1000;
/** Keys that are remembered before idle ones are looked for. */
const SWEEP_AT_KEYS = 1024;

/** Calls in every sliding second, per key; a refused call does not count. */
export class RateLimit {
  readonly #clock: Clock;
  readonly #perSecond: number;
  readonly #calls = new Map<string, number[]>();

  constructor(clock: Clock, perSecond: number) {
    this.#clock = clock;
    this.#perSecond = perSecond;
  }

  /** Throws 429 `Throttling.RateQuota`. */
  take(key: string): void {
    const now = this.#clock.monotonic();
    const recent = (this.#calls.get(key) ?? []).filter((at) => now - at < WINDOW_MS);
    this.#calls.set(key, recent);
    if (recent.length >= this.#perSecond) throw new ServiceError("Throttling.RateQuota");
    recent.push(now);
    if (this.#calls.size > SWEEP_AT_KEYS) this.#sweep(now);
  }

  get rememberedKeys(): number {
    return this.#calls.size;
  }

  #sweep(now: number): void {
    for (const [key, calls] of this.#calls) {
      if (calls.every((at) => now - at >= WINDOW_MS)) this.#calls.delete(key);
    }
  }
}
