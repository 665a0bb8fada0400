/** Long because every call of the client is judged against one real server on a socket, set up here once. */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Clock, systemClock } from "#lib/base/clock.ts";
import { createGuardedFetch } from "#lib/net/guarded-fetch.ts";
import type { SubmitRequest } from "#lib/wanx/contract/submit-request.ts";
import { ApiKey } from "./api-key.ts";
import { createWanxClient, SUBMIT_DEADLINE_MS } from "./create-client.ts";
import { WanxError } from "./wanx-error.ts";

const request: SubmitRequest = {
  model: "wanx-background-generation-v2",
  input: { base_image_url: "https://pictures.example/a.png", ref_prompt: "山脉和晚霞" },
};

/** What came in, in order; `answer` is what each test lets the server do. */
interface Seen {
  message: IncomingMessage;
  body: Buffer;
}
let server: Server;
let origin: string;
let seen: Seen[];
let answer: RequestListener;

beforeEach(async () => {
  seen = [];
  server = createServer(async (message, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk);
    seen.push({ message, body: Buffer.concat(chunks) });
    answer(message, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function clientTo(baseUrl = `${origin}/api/v1/`, clock: Clock = systemClock) {
  return createWanxClient({ baseUrl, apiKey: new ApiKey("sk-test"), fetch: globalThis.fetch, clock });
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): RequestListener {
  return (_, response) =>
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

async function failureOf(call: Promise<unknown>): Promise<WanxError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!WanxError.is(error)) throw new Error("expected a WanxError", { cause: error });
  return error;
}

describe("what a submission sends", () => {
  test("the headers of the reference, once, and the body as it is", async () => {
    answer = json(200, { output: { task_id: "t-1", task_status: "PENDING" }, request_id: "r-1" });
    expect(await clientTo().submit(request)).toEqual({ taskId: "t-1", requestId: "r-1" });
    expect(seen).toHaveLength(1);
    const { message, body } = seen[0] as Seen;
    expect(`${message.method} ${message.url}`).toBe("POST /api/v1/services/aigc/background-generation/generation/");
    expect(message.headers).toMatchObject({
      authorization: "Bearer sk-test",
      "content-type": "application/json",
      "x-dashscope-async": "enable",
    });
    expect(message.headers).not.toHaveProperty("x-dashscope-ossresourceresolve");
    expect(message.headers).not.toHaveProperty("x-dashscope-workspace");
    expect(JSON.parse(body.toString())).toEqual(request);
  });

  test("the resolve header as soon as any address is an upload, and the workspace when there is one", async () => {
    answer = json(200, { output: { task_id: "t-1", task_status: "PENDING" } });
    const client = createWanxClient({
      baseUrl: origin,
      apiKey: new ApiKey("sk-x"),
      workspace: "llm-1",
      fetch,
      clock: systemClock,
    });
    const edge = { background_edge: ["oss://a/b.png"] };
    await client.submit({ ...request, input: { ...request.input, reference_edge: edge } });
    expect(seen[0]?.message.headers).toMatchObject({
      "x-dashscope-ossresourceresolve": "enable",
      "x-dashscope-workspace": "llm-1",
    });
  });
});

describe("what a failed submission means", () => {
  const coded = { code: "SomeCode", message: "some words", request_id: "r-9" };

  test.each<[string, number, object | string, Partial<WanxError>]>([
    ["400 with a code", 400, coded, { outcome: "rejected", isRetryable: false, code: "SomeCode", requestId: "r-9" }],
    ["429 throttling", 429, { ...coded, code: "Throttling.RateQuota" }, { outcome: "rejected", isRetryable: true }],
    [
      "429 for an unpaid bill",
      429,
      { ...coded, code: "PrepaidBillOverdue" },
      { outcome: "rejected", isRetryable: false },
    ],
    ["429 of a gateway", 429, "slow down", { outcome: "rejected", isRetryable: true }],
    ["413 of a gateway", 413, "too large", { outcome: "rejected", isRetryable: false }],
    ["404 of somebody else", 404, "<html>not here</html>", { outcome: "ambiguous", isRetryable: false }],
    ["408, also with a code", 408, coded, { outcome: "ambiguous", isRetryable: false }],
    ["500 with a code", 500, coded, { outcome: "ambiguous", isRetryable: false, requestId: "r-9" }],
    [
      "503 that asks to come back",
      503,
      { ...coded, code: "ModelUnavailable" },
      { outcome: "ambiguous", isRetryable: false },
    ],
    ["502 of a proxy", 502, "<html>bad gateway</html>", { outcome: "ambiguous", isRetryable: false }],
    ["200 without a task id", 200, { request_id: "r-9", output: {} }, { outcome: "ambiguous", requestId: "r-9" }],
    ["200 that is no JSON", 200, "OK", { outcome: "ambiguous", isRetryable: false }],
  ])("%s", async (_name, status, body, expected) => {
    answer = (_, response) => response.writeHead(status).end(typeof body === "string" ? body : JSON.stringify(body));
    expect(await failureOf(clientTo().submit(request))).toMatchObject({ status, ...expected });
    expect(seen).toHaveLength(1);
  });

  test("an answer that asks to be left alone says for how long", async () => {
    answer = json(429, { ...coded, code: "Throttling" }, { "retry-after": "3" });
    expect(await failureOf(clientTo().submit(request))).toMatchObject({ isRetryable: true, retryAfterMs: 3_000 });
  });

  test.each([
    ["Allocated quota exceeded, please increase your quota limit.", true],
    ["Free allocated quota exceeded.", false],
  ])("of a quota it is the words that say whether it fills up again: %s", async (message, isRetryable) => {
    answer = json(429, { ...coded, code: "Throttling.AllocationQuota", message });
    expect(await failureOf(clientTo().submit(request))).toMatchObject({ outcome: "rejected", isRetryable });
  });

  test("words of upstream that repeat the key are told without it", async () => {
    answer = json(401, { ...coded, message: "Incorrect API key provided: sk-test." });
    expect(await failureOf(clientTo().submit(request))).toMatchObject({
      message: "Incorrect API key provided: [redacted].",
    });
  });

  test("a redirect is not followed and settles nothing", async () => {
    answer = (_, response) => response.writeHead(307, { location: `${origin}/elsewhere` }).end();
    expect(await failureOf(clientTo().submit(request))).toMatchObject({ outcome: "ambiguous", status: 307 });
    expect(seen).toHaveLength(1);
  });

  test("a connection that breaks after the body was sent is ambiguous, and the request is not sent again", async () => {
    answer = (message) => message.socket.destroy();
    expect(await failureOf(clientTo().submit(request))).toMatchObject({ outcome: "ambiguous", isRetryable: false });
    expect(seen).toHaveLength(1);
  });

  test("an answer that breaks off is ambiguous and keeps the request id of its headers", async () => {
    answer = (message, response) => {
      response.writeHead(200, { "content-length": "500", "x-request-id": "r-7" });
      response.write('{"output":{"task_id":"t-', () => setImmediate(() => message.socket.destroy()));
    };
    expect(await failureOf(clientTo().submit(request))).toMatchObject({ outcome: "ambiguous", requestId: "r-7" });
    expect(seen).toHaveLength(1);
  });

  test("a silent upstream is given up at the deadline, also between headers and body", async () => {
    // The deadline's sleep is cut from 20 s to 50 ms; any other length would not be the submission's.
    const hasty: Clock = {
      ...systemClock,
      sleep: (ms, signal) => systemClock.sleep(ms === SUBMIT_DEADLINE_MS ? 50 : 10_000, signal),
    };
    answer = () => undefined;
    expect(await failureOf(clientTo(origin, hasty).submit(request))).toMatchObject({
      outcome: "ambiguous",
      status: undefined,
    });
    answer = (_, response) => response.writeHead(200).write("{");
    expect(await failureOf(clientTo(origin, hasty).submit(request))).toMatchObject({
      outcome: "ambiguous",
      status: 200,
    });
    expect(seen).toHaveLength(2);
  });

  test("one that is stopped before it leaves is not sent, one that is stopped on its way is ambiguous", async () => {
    const early = await failureOf(clientTo().submit(request, { signal: AbortSignal.abort() }));
    expect(early).toMatchObject({ outcome: "not-sent", isRetryable: true });
    expect(seen).toHaveLength(0);
    const stop = new AbortController();
    answer = () => stop.abort();
    expect(await failureOf(clientTo().submit(request, { signal: stop.signal }))).toMatchObject({
      outcome: "ambiguous",
    });
  });

  test("refused, unresolved and TLS-less connections were never sent", async () => {
    const closed = await new Promise<number>((resolve) => {
      const other = createServer().listen(0, "127.0.0.1", () => {
        const { port } = other.address() as AddressInfo;
        other.close(() => resolve(port));
      });
    });
    for (const base of [
      `http://127.0.0.1:${closed}`,
      `http://localhost:${closed}`,
      origin.replace("http:", "https:"),
    ]) {
      expect(await failureOf(clientTo(base).submit(request)), base).toMatchObject({
        outcome: "not-sent",
        isRetryable: true,
      });
    }
    expect(seen).toHaveLength(0);
  });

  test("one address refused and another reset is not surely unsent", async () => {
    const refused = Object.assign(new Error("refused"), { code: "ECONNREFUSED", syscall: "connect" });
    const reset = Object.assign(new Error("reset"), { code: "ECONNRESET", syscall: "read" });
    const outcomeOf = async (errors: Error[]) => {
      const fetch = () => Promise.reject(new TypeError("fetch failed", { cause: new AggregateError(errors) }));
      const client = createWanxClient({ baseUrl: origin, apiKey: new ApiKey("sk-x"), fetch, clock: systemClock });
      return (await failureOf(client.submit(request))).outcome;
    };
    expect(await outcomeOf([refused, refused])).toBe("not-sent");
    expect(await outcomeOf([refused, reset])).toBe("ambiguous");
    expect(await outcomeOf([])).toBe("ambiguous");
  });
});

describe("questions", () => {
  test("a task answer comes out with epoch times, whatever it lacks", async () => {
    answer = json(200, {
      request_id: "q-1",
      output: {
        task_id: "t/1",
        task_status: "SUCCEEDED",
        submit_time: "2024-03-01 10:08:57.333",
        end_time: null,
        results: [{ url: "https://x/1.png" }, { code: "DataInspectionFailed", message: "no" }],
        task_metrics: { TOTAL: 2, SUCCEEDED: 1, FAILED: 1 },
      },
      usage: { image_count: 1 },
    });
    expect(await clientTo().query("t/1")).toEqual({
      taskId: "t/1",
      requestId: "q-1",
      status: "SUCCEEDED",
      metrics: { total: 2, succeeded: 1, failed: 1 },
      results: [{ url: "https://x/1.png" }, { code: "DataInspectionFailed", message: "no" }],
      imageCount: 1,
      submittedAt: Date.parse("2024-03-01T02:08:57.333Z"),
      scheduledAt: null,
      endedAt: null,
      code: undefined,
      message: undefined,
    });
    expect(seen[0]?.message.url).toBe("/api/v1/tasks/t%2F1");
  });

  test("a status of tomorrow counts as not finished", async () => {
    answer = json(200, { output: { task_status: "SUSPENDED" } });
    expect(await clientTo().query("t")).toMatchObject({
      status: "RUNNING",
      results: [],
      metrics: null,
      imageCount: null,
    });
  });

  test("a question that failed without an answer, or with a 5xx, may be asked again", async () => {
    answer = json(503, { code: "ModelUnavailable", message: "later" });
    expect(await failureOf(clientTo().query("t"))).toMatchObject({ outcome: "ambiguous", isRetryable: true });
    answer = (message) => message.socket.destroy();
    expect(await failureOf(clientTo().query("t"))).toMatchObject({ outcome: "ambiguous", isRetryable: true });
    answer = json(401, { code: "InvalidApiKey", message: "Invalid API-key provided." });
    expect(await failureOf(clientTo().query("t"))).toMatchObject({ outcome: "rejected", isRetryable: false });
  });

  test("a list is asked for in Beijing time, widened to whole seconds", async () => {
    answer = json(200, {
      total: 11,
      total_page: 2,
      page_no: 1,
      data: [{ task_id: "t", gmt_create: 5, status: "FAILED" }],
    });
    const at = Date.parse("2024-03-01T02:08:57.333Z");
    const list = await clientTo().list({ from: at, to: at, status: "FAILED", page: 1, pageSize: 10 });
    expect(seen[0]?.message.url).toBe(
      "/api/v1/tasks?start_time=20240301100857&end_time=20240301100858&status=FAILED&page_no=1&page_size=10",
    );
    expect(list).toMatchObject({ total: 11, totalPages: 2, tasks: [{ taskId: "t", createdAt: 5, status: "FAILED" }] });
  });

  test("a cancel that comes too late is rejected in upstream's words", async () => {
    answer = json(400, { code: "UnsupportedOperation", message: "Failed to cancel the task", request_id: "c" });
    expect(await failureOf(clientTo().cancel("t"))).toMatchObject({
      outcome: "rejected",
      code: "UnsupportedOperation",
    });
    expect(`${seen[0]?.message.method} ${seen[0]?.message.url}`).toBe("POST /api/v1/tasks/t/cancel");
  });
});

describe("files", () => {
  test("an upload asks for a policy with the key, and sends the form without it, file last", async () => {
    const policy = {
      policy: "p64",
      signature: "s64",
      upload_dir: "dashscope-instant/abc/2024-03-01/r-1",
      upload_host: `${origin}/bucket`,
      oss_access_key_id: "id",
      x_oss_object_acl: "private",
      x_oss_forbid_overwrite: "true",
    };
    answer = (message, response) =>
      message.method === "GET" ? json(200, { data: policy })(message, response) : response.writeHead(200).end();
    const bytes = new Uint8Array([1, 2, 3, 250]);
    const { url } = await clientTo().upload({ bytes, fileName: "a/瓶 子.png", mediaType: "image/png" });
    expect(url).toBe("oss://dashscope-instant/abc/2024-03-01/r-1/a_瓶 子.png");

    const [asked, posted] = seen as [Seen, Seen];
    expect(asked.message.url).toBe("/api/v1/uploads?action=getPolicy&model=wanx-background-generation-v2");
    expect(asked.message.headers.authorization).toBe("Bearer sk-test");
    expect(posted.message.headers).not.toHaveProperty("authorization");
    const headers = { "content-type": posted.message.headers["content-type"] ?? "" };
    const form = await new Response(Uint8Array.from(posted.body), { headers }).formData();
    expect([...form.keys()]).toEqual([
      "OSSAccessKeyId",
      "Signature",
      "policy",
      "key",
      "x-oss-object-acl",
      "x-oss-forbid-overwrite",
      "success_action_status",
      "file",
    ]);
    expect(`oss://${form.get("key")}`).toBe(url);
    expect(new Uint8Array(await (form.get("file") as File).arrayBuffer())).toEqual(bytes);
  });

  const bytes = Buffer.from("the bytes of a picture");
  const md5 = createHash("md5").update(bytes).digest("base64");

  test("a download sends no key and gives exactly the bytes", async () => {
    answer = (_, response) => response.writeHead(200, { "content-md5": md5 }).end(bytes);
    expect(Buffer.from(await clientTo().download(`${origin}/r.png?Expires=1`, { maxBytes: 100 }))).toEqual(bytes);
    expect(seen[0]?.message.headers).not.toHaveProperty("authorization");
  });

  test("wrong, cut, oversized and refused downloads are errors, never bytes", async () => {
    const download = () => failureOf(clientTo().download(`${origin}/r.png`, { maxBytes: 100 }));
    answer = (_, response) => response.writeHead(200, { "content-md5": md5 }).end("the bytes of a picturE");
    expect(await download()).toMatchObject({ outcome: "ambiguous", isRetryable: true });
    answer = (message, response) => {
      response.writeHead(200, { "content-length": "90" });
      response.write("half", () => setImmediate(() => message.socket.destroy()));
    };
    expect(await download()).toMatchObject({ outcome: "ambiguous", isRetryable: true });
    answer = (_, response) => response.writeHead(200).end(Buffer.alloc(101));
    expect((await download()).message).toContain("more than 100 bytes");
    answer = (_, response) => response.writeHead(403).end("<Error><Code>AccessDenied</Code></Error>");
    expect(await download()).toMatchObject({ status: 403, isRetryable: false });
  });

  test("a download that trickles is given up long before its deadline, one that flows is not", async () => {
    // A quarter of a minute is 100 ms here, and nothing else is shortened.
    const hasty: Clock = { ...systemClock, sleep: (ms, signal) => systemClock.sleep(ms === 15_000 ? 100 : ms, signal) };
    const trickle =
      (sizeBytes: number): RequestListener =>
      (_, response) => {
        response.writeHead(200);
        let left = 12;
        const timer = setInterval(() => {
          left -= 1;
          if (left > 0) response.write(Buffer.alloc(sizeBytes));
          else {
            clearInterval(timer);
            response.end();
          }
        }, 20);
      };
    const download = () => clientTo(origin, hasty).download(`${origin}/r.png`, { maxBytes: 2 ** 24 });
    answer = trickle(1_000);
    expect(await failureOf(download())).toMatchObject({ outcome: "ambiguous", isRetryable: true, status: 200 });
    answer = trickle(60_000);
    expect(await download()).toHaveLength(11 * 60_000);
  });

  test("an address that may not be asked is an end, not something to try again", async () => {
    const fetch = createGuardedFetch({ allowHosts: ["*.aliyuncs.com", new URL(origin).host] });
    const client = createWanxClient({ baseUrl: origin, apiKey: new ApiKey("sk-x"), fetch, clock: systemClock });
    answer = (_, response) => response.end(bytes);
    expect(Buffer.from(await client.download(`${origin}/r.png`, { maxBytes: 100 }))).toEqual(bytes);
    const end = { outcome: "not-sent", isRetryable: false };
    for (const url of ["http://169.254.169.254/latest", "http://localhost/", "file:///etc/passwd", "no address"]) {
      expect(await failureOf(client.download(url, { maxBytes: 100 })), url).toMatchObject(end);
    }
  });

  test("the service's own storage is only spoken to over TLS, other hosts as they are named", async () => {
    const asked: string[] = [];
    const fetch = async (url: unknown) => {
      asked.push(String(url));
      return new Response("x");
    };
    const client = createWanxClient({ baseUrl: origin, apiKey: new ApiKey("sk-x"), fetch, clock: systemClock });
    await client.download("http://dashscope-result-bj.oss-cn-beijing.aliyuncs.com/a.png?x=http:", { maxBytes: 9 });
    await client.download("http://127.0.0.1/a.png", { maxBytes: 9 });
    expect(asked).toEqual([
      "https://dashscope-result-bj.oss-cn-beijing.aliyuncs.com/a.png?x=http:",
      "http://127.0.0.1/a.png",
    ]);
  });
});
