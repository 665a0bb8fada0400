import { afterEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { requestJson, requestNothing, toError } from "./http.ts";

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

test.each([null, "text", { code: "from/the-future" }, { code: "toString" }])("toError makes %j internal", (body) => {
  expect(toError(body).code).toBe("internal");
});
