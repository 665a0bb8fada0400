import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { createStudioFetch } from "#lib/server/studio-fetch.ts";
import { generationView } from "#tests/fixtures/views.ts";
import { openHttpNews } from "./http-news.ts";

/** Time passes ten times as fast, so that waiting for the next try does not. */
const fastClock = { ...systemClock, sleep: (ms: number, signal?: AbortSignal) => systemClock.sleep(ms / 10, signal) };

type Answer = (response: ServerResponse) => void;
let server: Server;
let answers: Answer[];
let asked: (string | undefined)[];
beforeEach(async () => {
  answers = [];
  asked = [];
  server = createServer((request: IncomingMessage, response) => {
    asked.push(request.headers["last-event-id"]?.toString());
    const answer = answers.shift();
    if (answer) answer(response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

const frame = (seq: number, state: "running" | "done") => {
  const event = { seq, type: "generation-running", at: 1, generation: generationView({ state }) };
  return `id: ${seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
};

/** An event stream with this text, then cut off. */
const stream = (text: string): Answer => {
  return (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(text, () => setTimeout(() => response.destroy(), 50));
  };
};

/** What is told, as `running`, `done` or `gap`, until this much has come. */
async function newsUntil(count: number): Promise<string[]> {
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const leaving = new AbortController();
  const told: string[] = [];
  for await (const item of await openHttpNews(
    { url, fetch: createStudioFetch(url), clock: fastClock },
    leaving.signal,
  )) {
    told.push(item.kind === "gap" ? "gap" : item.generation.state);
    if (told.length === count) break;
  }
  leaving.abort();
  return told;
}

test("after a cut it goes on where it was, without a gap", async () => {
  answers = [stream(frame(7, "running")), stream(frame(8, "done"))];
  expect(await newsUntil(2)).toEqual(["running", "done"]);
  expect(asked).toEqual([undefined, "7"]);
});

test("a cut before the first event leaves a gap, for nobody knows what came meanwhile", async () => {
  answers = [stream(": ping\n\n"), stream(frame(8, "done"))];
  expect(await newsUntil(2)).toEqual(["gap", "done"]);
});

test("a place that the studio no longer knows is a gap too", async () => {
  answers = [stream(frame(7, "running")), stream(`id: 3\nevent: reset\ndata: {}\n\n${frame(4, "done")}`), stream("")];
  expect(await newsUntil(3)).toEqual(["running", "gap", "done"]);
});

test("an answer that is no stream, as while a studio starts, is asked again", async () => {
  const starting: Answer = (response) => response.writeHead(503).end();
  answers = [stream(frame(7, "running")), starting, (response) => response.destroy(), stream(frame(8, "done"))];
  expect(await newsUntil(2)).toEqual(["running", "done"]);
  expect(asked).toEqual([undefined, "7", "7", "7"]);
});

test("the first connection is not waited for: nobody there is nobody there", async () => {
  answers = [(response) => response.destroy()];
  await expect(newsUntil(1)).rejects.toMatchObject({ problem: "unreachable" });
});
