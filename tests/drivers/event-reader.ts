import { systemClock } from "#lib/base/clock.ts";

export interface ReadEvent {
  id: number | undefined;
  event: string;
  data: unknown;
}

/**
 * Reads `/api/events` as a browser does, after `after`, until `isLast` says so or the connection ends, whichever is first.
 * What was read is in `into` even when the connection breaks.
 */
export async function readEvents(
  url: string,
  after: number | undefined,
  into: ReadEvent[],
  isLast: (event: ReadEvent) => boolean,
): Promise<void> {
  const controller = new AbortController();
  const headers: Record<string, string> = after === undefined ? {} : { "last-event-id": String(after) };
  const response = await fetch(`${url}/api/events`, { headers, signal: controller.signal });
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const event of blocks.flatMap(parseBlock)) {
        into.push(event);
        if (isLast(event)) return;
      }
    }
  } catch {
    // the server was killed: what came until then counts
  } finally {
    controller.abort();
  }
}

function parseBlock(block: string): ReadEvent[] {
  const fields = new Map(block.split("\n").map((line) => [line.split(":", 1)[0], line.slice(line.indexOf(":") + 2)]));
  const event = fields.get("event");
  if (event === undefined) return [];
  const id = fields.get("id");
  return [{ event, id: id === undefined ? undefined : Number(id), data: JSON.parse(fields.get("data") ?? "null") }];
}

export async function until<Value>(
  read: () => Promise<Value>,
  isDone: (value: Value) => boolean,
  limitMs: number,
): Promise<Value> {
  const deadline = systemClock.monotonic() + limitMs;
  for (;;) {
    const value = await read();
    if (isDone(value)) return value;
    if (systemClock.monotonic() > deadline) throw new Error(`not within ${limitMs} ms: ${JSON.stringify(value)}`);
    await systemClock.sleep(100);
  }
}
