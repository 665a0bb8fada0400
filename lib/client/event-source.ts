import { RESET_EVENT, type StudioEvent, studioEventSchema, studioEventTypeSchema } from "#lib/api/studio-event.ts";
import type { Clock } from "#lib/base/clock.ts";

const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 30_000;

export interface EventSourceHandlers {
  /** Where to resume; asked before each connection, null for “from now on”. */
  resumeAfter(): number | null;
  /** A connection stands. `resumed` is false when what happened before it was not asked for. */
  onOpen(resumed: boolean): void;
  onEvent(event: StudioEvent): void;
  /** The place asked for is no longer in the log; `seq` is where the log now begins, when it says so. */
  onReset(seq: number | null): void;
}

/**
 * Reads `/api/events` until `signal` aborts. EventSource reconnects by itself after a cut; where it gives up (an answer that is no
 * stream, as while the studio restarts) it is opened anew, ever more slowly.
 */
export async function readEvents(handlers: EventSourceHandlers, clock: Clock, signal: AbortSignal): Promise<void> {
  let retryMs = FIRST_RETRY_MS;
  while (!signal.aborted) {
    const opened = await readUntilGivenUp(handlers, signal);
    if (signal.aborted) return;
    retryMs = opened ? FIRST_RETRY_MS : Math.min(retryMs * 2, LAST_RETRY_MS);
    await clock.sleep(retryMs, signal).catch(() => undefined);
  }
}

function readUntilGivenUp(handlers: EventSourceHandlers, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const after = handlers.resumeAfter();
    const source = new EventSource(after === null ? "/api/events" : `/api/events?after=${after}`);
    let opened = false;

    function finish(): void {
      source.close();
      signal.removeEventListener("abort", finish);
      resolve(opened);
    }

    source.onopen = () => {
      opened = true;
      handlers.onOpen(handlers.resumeAfter() !== null);
    };
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) finish();
    };
    for (const type of studioEventTypeSchema.options) {
      source.addEventListener(type, ({ data }: MessageEvent<string>) => {
        const parsed = studioEventSchema.safeParse(JSON.parse(data));
        if (parsed.success) handlers.onEvent(parsed.data);
      });
    }
    source.addEventListener(RESET_EVENT, ({ lastEventId }: MessageEvent<string>) => {
      handlers.onReset(lastEventId === "" ? null : Number(lastEventId));
    });
    signal.addEventListener("abort", finish, { once: true });
  });
}
