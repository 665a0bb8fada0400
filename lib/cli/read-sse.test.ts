import fc from "fast-check";
import { expect, test } from "vitest";
import { readSse, type SseMessage } from "./read-sse.ts";

async function* inPieces(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  for (const [index, place] of places.entries()) yield bytes.subarray(place, places[index + 1] ?? bytes.length);
}

async function read(text: string, cuts: readonly number[] = []): Promise<SseMessage[]> {
  return await Array.fromAsync(readSse(inPieces(new TextEncoder().encode(text), cuts)));
}

test("comments and unknown fields are passed over, an id stays until the next, the last message needs its empty line", async () => {
  const text =
    'retry: 1000\n\n: ping\n\nid: 7\nevent: a\ndata: {"x":1}\n\nevent: b\ndata:1\ndata:  2\n\nevent: c\ndata: cut';
  expect(await read(text)).toEqual([
    { event: "a", id: "7", data: '{"x":1}' },
    { event: "b", id: "7", data: "1\n 2" },
  ]);
});

test("messages are the same however the bytes are cut, with any line ends", async () => {
  const value = fc.string({ unit: "grapheme" }).map((text) => text.replace(/[\r\n]/g, ""));
  const message = fc.record({ event: value, data: value });
  await fc.assert(
    fc.asyncProperty(
      fc.array(message, { maxLength: 5 }),
      fc.constantFrom("\n", "\r\n", "\r"),
      fc.array(fc.nat(), { maxLength: 8 }),
      async (messages, end, cuts) => {
        const frames = messages.map(({ event, data }, id) => [`id: ${id}`, `event: ${event}`, `data: ${data}`, "", ""]);
        // A message follows, since a lone CR at the very end may yet become a CR LF.
        const text = `${frames.map((lines) => lines.join(end)).join("")}:${end}`;
        expect(await read(text, cuts)).toEqual(
          messages.map(({ event, data }, id) => ({ event: event || "message", id: String(id), data })),
        );
      },
    ),
  );
});
