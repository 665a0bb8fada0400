import { afterEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { requestJson, requestNothing } from "./http.ts";

const load = async () => z.object({ name: z.string() });

afterEach(() => vi.unstubAllGlobals());

function answer(body: unknown, init?: ResponseInit): void {
  vi.stubGlobal("fetch", async () => new Response(typeof body === "string" ? body : JSON.stringify(body), init));
}

describe("requestJson", () => {
  test("gives the parsed answer", async () => {
    answer({ name: "Perfume", extra: 1 });
    await expect(requestJson("/x", load)).resolves.toEqual({ name: "Perfume" });
  });

  test("throws what the problem JSON says, with the request id", async () => {
    const problem = { code: "project/not-found", values: { id: "project_1" }, requestId: "r-1" };
    answer(problem, { status: 404 });
    await expect(requestJson("/x", load)).rejects.toMatchObject({
      code: "project/not-found",
      values: { id: "project_1", requestId: "r-1" },
    });
  });

  test("an answer of another shape is an internal error, not undefined somewhere later", async () => {
    answer({ title: "x" });
    await expect(requestJson("/x", load)).rejects.toMatchObject({ code: "internal" });
    answer("<html>", { status: 502 });
    await expect(requestJson("/x", load)).rejects.toMatchObject({ code: "internal" });
  });

  test("no answer at all says that the studio cannot be reached", async () => {
    vi.stubGlobal("fetch", async () => {
      throw new TypeError("Failed to fetch");
    });
    await expect(requestNothing("/x")).rejects.toMatchObject({ code: "studio/unreachable" });
  });

  test("an abort stays an abort", async () => {
    const reason = new DOMException("stop", "AbortError");
    vi.stubGlobal("fetch", async () => {
      throw reason;
    });
    await expect(requestNothing("/x", { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

test.each([
  ["asked for", { keepalive: true, json: "x".repeat(50_000) }, true],
  ["not asked for", { json: "x" }, false],
  // Browsers refuse such a request outright: sent without the promise it at least arrives while the page lives.
  ["more than browsers grant", { keepalive: true, json: "字".repeat(30_000) }, false],
])("whether a request outlives the page: %s", async (_, request, expected) => {
  const sent: RequestInit[] = [];
  vi.stubGlobal("fetch", async (_path: string, init: RequestInit) => {
    sent.push(init);
    return new Response("{}");
  });
  await requestNothing("/x", { method: "PUT", ...request });
  expect(sent[0]?.keepalive).toBe(expected);
});

describe("a request under an idempotency key", () => {
  const send = (key?: string, signal?: AbortSignal) =>
    requestNothing("/x", { method: "POST", json: { name: "A" }, idempotencyKey: key, signal });

  function loseAnswers(count: number): RequestInit[] {
    const sent: RequestInit[] = [];
    vi.stubGlobal("fetch", async (_path: string, init: RequestInit) => {
      sent.push(init);
      if (sent.length <= count) throw new TypeError("Failed to fetch");
      return new Response("{}");
    });
    return sent;
  }

  test("is sent once more, word for word, when its answer is lost", async () => {
    const sent = loseAnswers(1);
    await send("key-0001");
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(new Headers(sent[1]?.headers).get("idempotency-key")).toBe("key-0001");
  });

  test("is not sent a third time, and one without a key not a second time", async () => {
    const twice = loseAnswers(9);
    await expect(send("key-0001")).rejects.toMatchObject({ code: "studio/unreachable" });
    expect(twice).toHaveLength(2);
    const once = loseAnswers(9);
    await expect(send()).rejects.toMatchObject({ code: "studio/unreachable" });
    expect(once).toHaveLength(1);
  });

  test("that was aborted is not sent again", async () => {
    const sent = loseAnswers(9);
    await expect(send("key-0001", AbortSignal.abort())).rejects.toThrow();
    expect(sent).toHaveLength(1);
  });
});
