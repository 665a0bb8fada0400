import { RESET_EVENT, studioEventSchema } from "#lib/api/studio-event.ts";
import type { StudioAddress } from "./call-operation.ts";
import { readSse } from "./read-sse.ts";
import { type News, StudioUnreachable } from "./studio.ts";

/** The studio says something every 15 seconds; after three times that nobody is there. */
const SILENCE_LIMIT_MS = 45_000;
const RETRY_MS = 1_000;
/** A studio that is started anew is back within this; it goes on with what it has to do. */
const GIVE_UP_MS = 120_000;

interface Connection {
  messages: ReturnType<typeof readSse>;
}

/**
 * The studio's events from now on. A connection that breaks or falls silent is opened again where it ended (`Last-Event-ID`), and where
 * that place is not known there is a gap. Throws StudioUnreachable once nothing answers for two minutes.
 */
export async function openHttpNews(parts: StudioAddress, signal: AbortSignal): Promise<AsyncIterable<News>> {
  const first = await connect(parts, undefined, signal);
  return follow(parts, first, signal);
}

async function* follow(parts: StudioAddress, first: Connection, signal: AbortSignal): AsyncGenerator<News> {
  let connection = first;
  let lastId: string | undefined;
  for (;;) {
    try {
      for await (const { event, id, data } of connection.messages) {
        lastId = id ?? lastId;
        if (event === RESET_EVENT) {
          yield { kind: "gap" };
          continue;
        }
        const parsed = studioEventSchema.safeParse(JSON.parse(data));
        if (parsed.success) yield { kind: "generation", generation: parsed.data.generation };
      }
    } catch {
      // Cut off, or silent for too long: what matters is whether it answers again.
    }
    const again = await connectAgain(parts, lastId, signal);
    if (!again) return;
    connection = again;
    if (lastId === undefined) yield { kind: "gap" };
  }
}

/** Undefined once nobody wants the news any more. */
async function connectAgain(
  parts: StudioAddress,
  lastId: string | undefined,
  signal: AbortSignal,
): Promise<Connection | undefined> {
  const { clock } = parts;
  const giveUpAt = clock.monotonic() + GIVE_UP_MS;
  while (!signal.aborted) {
    try {
      await clock.sleep(RETRY_MS, signal);
      return await connect(parts, lastId, signal);
    } catch (error) {
      if (!signal.aborted && clock.monotonic() > giveUpAt) throw error;
    }
  }
  return undefined;
}

async function connect(
  { url, fetch }: StudioAddress,
  lastId: string | undefined,
  signal: AbortSignal,
): Promise<Connection> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(new Error("silent")), SILENCE_LIMIT_MS).unref();
  try {
    const response = await fetch(`${url}/api/events`, {
      headers: { accept: "text/event-stream", ...(lastId !== undefined && { "last-event-id": lastId }) },
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
    return { messages: readSse(watched(response.body, timer)) };
  } catch (cause) {
    clearTimeout(timer);
    throw new StudioUnreachable(url, "unreachable", { cause });
  }
}

async function* watched(body: ReadableStream<Uint8Array>, timer: NodeJS.Timeout): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body) {
      timer.refresh();
      yield chunk;
    }
  } finally {
    clearTimeout(timer);
  }
}
