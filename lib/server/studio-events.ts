import { RESET_EVENT } from "#lib/api/studio-event.ts";
import type { EventLog } from "#lib/generation/event-log.ts";
import type { ServerSentEvent } from "./sse.ts";

export type OpenStream = (signal: AbortSignal) => AsyncIterable<ServerSentEvent>;

/**
 * The event log as a stream for one browser: what came after `after`, then what comes. Without a place it begins now; with one that is
 * no longer in the log it begins with `reset`, whose id is the place to resume from. The place is fixed before the answer begins: who
 * fetches everything once the stream is open misses nothing.
 */
export async function openStudioEvents(log: EventLog, after: number | undefined): Promise<OpenStream> {
  const isKnown = after !== undefined && (await log.holds(after));
  const from = isKnown ? after : await log.last();
  return async function* (signal) {
    if (after !== undefined && !isKnown) yield { event: RESET_EVENT, id: from, data: {} };
    for await (const event of log.subscribe(from, signal)) {
      yield { event: event.type, id: event.seq, data: event };
    }
  };
}
