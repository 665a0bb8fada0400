export interface ServerSentEvent {
  event: string;
  /** Omitted for news that has no place in the log: the browser then keeps the last id it saw. */
  id?: number;
  data: unknown;
}

const PING_MS = 15_000;
const RECONNECT_MS = 1_000;

/**
 * An async iterable as an event stream. The iterable is ended (its `return` is called) as soon as the client is gone:
 * `request.signal` tells that on every host we run on, the stream's `cancel` only on some, so both do.
 */
export function eventStream(
  signal: AbortSignal,
  open: (signal: AbortSignal) => AsyncIterable<ServerSentEvent>,
): Response {
  const gone = new AbortController();
  const leave = () => gone.abort();
  signal.addEventListener("abort", leave, { once: true });
  const encoder = new TextEncoder();

  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => {
        if (!gone.signal.aborted) controller.enqueue(encoder.encode(text));
      };
      const ping = setInterval(() => send(": ping\n\n"), PING_MS);
      send(`retry: ${RECONNECT_MS}\n\n`);
      try {
        for await (const item of open(gone.signal)) send(frame(item));
      } finally {
        clearInterval(ping);
        signal.removeEventListener("abort", leave);
        if (!gone.signal.aborted || signal.aborted) close(controller);
      }
    },
    cancel: leave,
  });
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // no-transform: a compressing proxy would hold events back.
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

function frame({ event, id, data }: ServerSentEvent): string {
  const place = id === undefined ? "" : `id: ${id}\n`;
  return `${place}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

function close(controller: ReadableStreamDefaultController): void {
  try {
    controller.close();
  } catch {
    // the client closed it first
  }
}
