import { renderTask } from "./render-task.ts";
import type { Service } from "./service.ts";
import { accountsWithWork, claimNextTask } from "./task-store.ts";

const RETRY_MS = 1000;

interface Lane {
  /** Tasks under way, by their id. */
  running: Map<string, Promise<void>>;
  /** Set when it is woken; then nobody waits for `woken` in vain. */
  mayHaveMore: boolean;
  woken: PromiseWithResolvers<void>;
  end: Promise<void>;
}

/** One lane per account: its tasks in the order they came, so many at a time. The database is the queue; this only works it off. */
export class RenderQueue {
  readonly #service: Service;
  readonly #atOnce: number;
  readonly #lanes = new Map<string, Lane>();
  readonly #stop = new AbortController();

  constructor(service: Service, atOnce: number) {
    this.#service = service;
    this.#atOnce = atOnce;
  }

  /** Takes up what an earlier process left, begun or not. */
  async resume(): Promise<void> {
    for (const account of await accountsWithWork(this.#service.db)) this.wake(account);
  }

  /** To be called once a task of the account is committed. */
  wake(account: string): void {
    if (this.#stop.signal.aborted) return;
    const lane = this.#lanes.get(account) ?? this.#open(account);
    lane.mayHaveMore = true;
    lane.woken.resolve();
  }

  /** Stops without waiting for pictures under way; their tasks stay RUNNING. */
  async close(): Promise<void> {
    this.#stop.abort(new Error("the sandbox is closing"));
    await Promise.all([...this.#lanes.values()].map((lane) => lane.end));
  }

  #open(account: string): Lane {
    const lane = {
      running: new Map(),
      mayHaveMore: true,
      woken: Promise.withResolvers<void>(),
      end: Promise.resolve(),
    };
    this.#lanes.set(account, lane);
    lane.end = this.#workOff(account, lane);
    return lane;
  }

  async #workOff(account: string, lane: Lane): Promise<void> {
    const { signal } = this.#stop;
    while (lane.mayHaveMore || lane.running.size > 0) {
      lane.mayHaveMore = false;
      lane.woken = Promise.withResolvers();
      if (!signal.aborted) await this.#orLater(lane, this.#fill(account, lane));
      if (lane.running.size > 0) await Promise.race([lane.woken.promise, ...lane.running.values()]);
    }
    // No await since mayHaveMore was read: a task that comes now opens a new lane.
    this.#lanes.delete(account);
  }

  /** Starts tasks until there are as many as may be, or no more. */
  async #fill(account: string, lane: Lane): Promise<void> {
    while (lane.running.size < this.#atOnce) {
      const { clock, db } = this.#service;
      const task = await claimNextTask(db, account, [...lane.running.keys()], clock.now());
      if (!task) return;
      const rendering = renderTask(this.#service, task, this.#stop.signal);
      const end = this.#orLater(lane, rendering).then(() => {
        lane.running.delete(task.taskId);
        lane.mayHaveMore = true;
      });
      lane.running.set(task.taskId, end);
    }
  }

  /** What fails because the database does is tried again after a while. */
  async #orLater(lane: Lane, work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.#service.log.error({ error: String(error) }, "the queue could not go on and tries again");
      await this.#service.clock.sleep(RETRY_MS, this.#stop.signal).catch(() => undefined);
      lane.mayHaveMore = !this.#stop.signal.aborted;
    }
  }
}
