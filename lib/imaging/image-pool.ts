import { availableParallelism } from "node:os";

/**
 * Runs at most `slots` tasks at a time, the rest in the order they came. A decoded picture is tens of megabytes and every codec
 * saturates a core: without the bound, ten uploads at once cost a gigabyte and slow each other down.
 * A task must not wait for another task of the same pool, or both wait for ever.
 */
export class ImagePool {
  readonly slots: number;
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(slots: number) {
    this.slots = slots;
  }

  async run<Result>(task: () => Promise<Result>): Promise<Result> {
    if (this.#running >= this.slots) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
    try {
      return await task();
    } finally {
      // The slot is handed on, not freed and taken again, so that a newcomer cannot slip in before one that waits.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}

/** The one pool of this process: one slot on small machines, two where a core remains for the event loop. */
export const imagePool = new ImagePool(availableParallelism() > 2 ? 2 : 1);
