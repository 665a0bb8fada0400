import { type StudioEvent, type StudioEventType, studioEventSchema } from "#lib/api/studio-event.ts";
import type { Clock } from "#lib/base/clock.ts";
import { eventRange, eventsAfter, insertEvent } from "#lib/db/event-repository.ts";
import type { StudioDatabase } from "#lib/db/studio-database.ts";
import type { Executor } from "#lib/db/studio-schema.ts";
import { readGeneration } from "./read-runs.ts";

const PAGE = 100;

/** Writes down what happened, with the generation as it is at this moment; part of the transaction it is called in. */
export type AppendEvent = (type: StudioEventType, generationId: string) => Promise<void>;

export type EventLog = {
  /**
   * One transaction for a change and its events. Subscribers hear of them after the commit, never of what was rolled back.
   */
  change<Result>(work: (transaction: Executor, append: AppendEvent) => Promise<Result>): Promise<Result>;
  /** The number of the newest event, 0 when there is none: the place to subscribe from after fetching everything. */
  last(): Promise<number>;
  /** False when events after `seq` are missing from the log (pruned, or of another database): fetch everything anew. */
  holds(seq: number): Promise<boolean>;
  /** What is in the log after `seq`, oldest first. */
  replay(afterSeq: number): Promise<StudioEvent[]>;
  /** Every event after `afterSeq`, in order, each once, those to come included; ends when `signal` is aborted. */
  subscribe(afterSeq: number, signal: AbortSignal): AsyncIterable<StudioEvent>;
};

/** All subscribers of this process are woken by its own changes; another process's events wait for the next one. */
export function createEventLog({ db, clock }: { db: StudioDatabase; clock: Clock }): EventLog {
  const sleepers = new Set<() => void>();
  let changes = 0;

  async function read(afterSeq: number): Promise<StudioEvent[]> {
    const rows = await eventsAfter(db, afterSeq, PAGE);
    return rows.map((row) => studioEventSchema.parse(row));
  }

  async function* subscribe(afterSeq: number, signal: AbortSignal): AsyncGenerator<StudioEvent> {
    let place = afterSeq;
    while (!signal.aborted) {
      // Counted before reading: a change that commits during the read is seen as one, and there is no sleep past it.
      const seen = changes;
      const events = await read(place);
      for (const event of events) {
        if (signal.aborted) return;
        place = event.seq;
        yield event;
      }
      if (events.length === 0 && changes === seen) await nextChange(signal);
    }
  }

  function nextChange(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        sleepers.delete(wake);
        signal.removeEventListener("abort", wake);
        resolve();
      };
      if (signal.aborted) return resolve();
      sleepers.add(wake);
      signal.addEventListener("abort", wake);
    });
  }

  return {
    async change(work) {
      let isNews = false;
      const result = await db.transaction().execute(async (transaction) => {
        return await work(transaction, async (type, generationId) => {
          const generation = await readGeneration(transaction, generationId);
          await insertEvent(transaction, { type, at: clock.now(), generationId, generation });
          isNews = true;
        });
      });
      if (isNews) {
        changes += 1;
        for (const wake of [...sleepers]) wake();
      }
      return result;
    },
    async last() {
      return (await eventRange(db)).last;
    },
    async holds(seq) {
      const { first, last } = await eventRange(db);
      return seq <= last && seq >= first - 1;
    },
    async replay(afterSeq) {
      const all: StudioEvent[] = [];
      let page: StudioEvent[];
      do {
        page = await read(all.at(-1)?.seq ?? afterSeq);
        all.push(...page);
      } while (page.length === PAGE);
      return all;
    },
    subscribe,
  };
}
