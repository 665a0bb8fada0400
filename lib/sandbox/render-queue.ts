import { renderTask } from "./render-task.ts";
import type { Service } from "./service.ts";
import { accountsWithWork, claimNextTask } from "./task-store.ts";

const RETRY_MS = 1000;

/** One lane per account: its tasks in the order they came, one at a time. The database is the queue; this only works it off. */
export class RenderQueue {
  readonly #service: Service;
  readonly #lanes = new Map<string, { promise: Promise<void>; mayHaveMore: boolean }>();
  readonly #stop = new AbortController();

  constructor(service: Service) {
    this.#service = service;
  }

  /** Takes up what an earlier process left, begun or not. */
  async resume(): Promise<void> {
    for (const account of await accountsWithWork(this.#service.db)) this.wake(account);
  }

  /** To be called once a task of the account is committed. */
  wake(account: string): void {
    if (this.#stop.signal.aborted) return;
    const lane = this.#lanes.get(account);
    if (lane) lane.mayHaveMore = true;
    else this.#open(account);
  }

  /** Stops without waiting for pictures under way; their task stays RUNNING. */
  async close(): Promise<void> {
    this.#stop.abort(new Error("the sandbox is closing"));
    await Promise.all([...this.#lanes.values()].map((lane) => lane.promise));
  }

  #open(account: string): void {
    const lane = { promise: Promise.resolve(), mayHaveMore: true };
    this.#lanes.set(account, lane);
    lane.promise = this.#workOff(account, lane);
  }

  async #workOff(account: string, lane: { mayHaveMore: boolean }): Promise<void> {
    const { signal } = this.#stop;
    while (lane.mayHaveMore && !signal.aborted) {
      lane.mayHaveMore = false;
      try {
        while (!signal.aborted && (await this.#renderNext(account))) {}
      } catch (error) {
        this.#service.log.error({ error: String(error) }, "the queue could not go on and tries again");
        lane.mayHaveMore = true;
        await this.#service.clock.sleep(RETRY_MS, signal).catch(() => undefined);
      }
    }
    // No await since mayHaveMore was read: a task that comes now opens a new lane.
    this.#lanes.delete(account);
  }

  async #renderNext(account: string): Promise<boolean> {
    const task = await claimNextTask(this.#service.db, account, this.#service.clock.now());
    if (task) await renderTask(this.#service, task, this.#stop.signal);
    return task !== undefined;
  }
}
