import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { createWanxClient, type WanxClient } from "#lib/wanx/client/client.ts";
import { type SandboxAdmin, sandboxAdmin } from "#tests/faults/sandbox-admin.ts";
import { productPng } from "#tests/fixtures/images.ts";
import { rawHttp } from "./raw-http.ts";
import {
  requestFor,
  type SandboxProcess,
  startSandbox,
  stopSandbox,
  temporaryFolder,
  uploadPng,
  waitFor,
} from "./sandbox-process.ts";

const data = temporaryFolder();
let sandbox: SandboxProcess;
let admin: SandboxAdmin;
let png: Uint8Array;
beforeAll(async () => {
  sandbox = await startSandbox(data.folder);
  admin = sandboxAdmin(sandbox.baseUrl);
  png = await productPng({ width: 48, height: 64 });
});
afterEach(() => admin.clear());
afterAll(async () => {
  await stopSandbox(sandbox);
  data.remove();
});

const submitPath = "/services/aigc/background-generation/generation";
let accounts = 0;

/** A key of its own for each test: what it counts, nobody else has done. */
function newAccount(): { key: string; client: WanxClient } {
  accounts += 1;
  const key = `sk-fault-${accounts}`;
  return {
    key,
    client: createWanxClient({ baseUrl: sandbox.baseUrl, apiKey: key, fetch: globalThis.fetch, clock: systemClock }),
  };
}

function headersOf(key: string): Record<string, string> {
  return {
    authorization: `Bearer ${key}`,
    "content-type": "application/json",
    "x-dashscope-async": "enable",
    "x-dashscope-ossresourceresolve": "enable",
  };
}

function submitRaw(key: string, base = "https://nowhere.example/a.png", init: RequestInit = {}): Promise<Response> {
  const body = JSON.stringify(requestFor(base));
  return fetch(`${sandbox.baseUrl}${submitPath}`, { method: "POST", headers: headersOf(key), body, ...init });
}

/** The code of the broken line, or that there was none. */
function breakOf(answer: Promise<Response>): Promise<unknown> {
  return answer.then(
    (response) => `answered ${response.status}`,
    (error: Error) => (error.cause as NodeJS.ErrnoException).code,
  );
}

/** The finished task of a fresh account. */
async function finished(parameters: object = {}) {
  const account = newAccount();
  const { taskId } = await account.client.submit(requestFor(await uploadPng(account.client, png), parameters));
  const end = await waitFor(account.client, taskId, ({ status }) => status === "SUCCEEDED" || status === "FAILED");
  const urls = end.results.flatMap((result) => ("url" in result ? [result.url] : []));
  return { ...account, taskId, end, urls };
}

describe("a line that breaks", () => {
  test("before: nothing was done", async () => {
    const { key, client } = newAccount();
    await admin.plan([{ on: "submit", fault: "reset-before", times: 1 }]);
    expect(await breakOf(submitRaw(key))).toBe("ECONNRESET");
    expect((await client.list()).total).toBe(0);
    expect((await submitRaw(key)).status).toBe(200);
  });

  test("after: the task is there, once, and only the ledger has told", async () => {
    const { key, client } = newAccount();
    await admin.plan([{ on: "submit", fault: "reset-after" }]);
    expect(await breakOf(submitRaw(key))).toBe("ECONNRESET");
    const { tasks } = await client.list();
    expect(tasks).toHaveLength(1);
    const taskId = tasks[0]?.taskId;
    const lines = await admin.ledger();
    expect(lines.filter((line) => line.taskId === taskId && line.event === "submitted")).toHaveLength(1);
    expect(lines).toContainEqual(
      expect.objectContaining({ event: "fault", fault: "reset-after", requestId: tasks[0]?.requestId }),
    );
  });

  test("an answer that ends early has announced more than it sends", async () => {
    await admin.plan([{ on: "query", fault: "truncate", keep: 0.25 }]);
    const request = `GET /api/v1/tasks/1111 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sk-x\r\n\r\n`;
    const { head, body, error } = await rawHttp(sandbox.baseUrl, request);
    expect(error).toBeUndefined();
    const announced = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    expect(announced).toBeGreaterThan(50);
    expect(body.length).toBe(Math.floor(announced / 4));
    const answer = await fetch(`${sandbox.baseUrl}/tasks/1111`, { headers: headersOf("sk-x") });
    await expect(answer.text()).rejects.toThrow("terminated");
  });

  test("an answer that stalls begins at once and ends late", async () => {
    await admin.plan([{ on: "query", fault: "stall", ms: 400, keep: 0.5 }]);
    const request = `GET /api/v1/tasks/1111 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sk-x\r\nConnection: close\r\n\r\n`;
    const { body, firstMs, lastMs } = await rawHttp(sandbox.baseUrl, request);
    expect(JSON.parse(body)).toMatchObject({ output: { task_status: "UNKNOWN" } });
    expect(firstMs).toBeLessThan(300);
    expect(lastMs).toBeGreaterThan(390);
  });

  test("a client that leaves during the silence leaves no harm behind", async () => {
    await admin.plan([{ on: "query", fault: "stall", ms: 60_000, times: 1 }]);
    const url = `${sandbox.baseUrl}/tasks/1111`;
    const signal = AbortSignal.timeout(200);
    const answer = await fetch(url, { headers: headersOf("sk-x"), signal });
    await expect(answer.text()).rejects.toThrow("timeout");
    expect((await fetch(url, { headers: headersOf("sk-x") })).status).toBe(200);
  });
});

test("latency before the work: a task is accepted after its client has given up", async () => {
  const { key, client } = newAccount();
  await admin.plan([{ on: "submit", fault: "latency", ms: 300 }]);
  await expect(submitRaw(key, undefined, { signal: AbortSignal.timeout(60) })).rejects.toThrow("timeout");
  expect((await client.list()).total).toBe(0);
  await systemClock.sleep(450);
  expect((await client.list()).total).toBe(1);
});

describe("the download of a picture", () => {
  const download = async (url: string) => {
    const response = await fetch(url);
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  };

  test("with one bit turned over has the sum of the whole picture", async () => {
    const [url = ""] = (await finished()).urls;
    const whole = await download(url);
    await admin.plan([{ on: "result", fault: "flip" }]);
    const broken = await download(url);
    expect(broken.bytes.length).toBe(whole.bytes.length);
    const bits = broken.bytes.reduce((sum, byte, at) => sum + ones(byte ^ (whole.bytes[at] ?? 0)), 0);
    expect(bits).toBe(1);
    for (const header of ["etag", "content-md5"]) {
      expect(broken.response.headers.get(header)).toBe(whole.response.headers.get(header));
    }
  });

  test("may be a page of HTML, half a picture, or a wait", async () => {
    const [url = ""] = (await finished()).urls;
    await admin.plan([{ on: "result", fault: "html" }]);
    const page = await download(url);
    expect(page.response.headers.get("content-type")).toBe("text/html");
    expect(page.bytes.toString()).toContain("<html>");
    await admin.plan([{ on: "result", fault: "truncate", keep: 0.9 }]);
    await expect(download(url)).rejects.toThrow("terminated");
    await admin.plan([{ on: "result", fault: "stall", ms: 60_000, keep: 0.5 }]);
    const slow = await fetch(url, { signal: AbortSignal.timeout(300) });
    expect(slow.status).toBe(200);
    await expect(slow.arrayBuffer()).rejects.toThrow("timeout");
    await admin.plan([{ on: "result", fault: "truncate" }]);
    expect((await fetch(url, { method: "HEAD" })).status).toBe(200);
  });

  function ones(byte: number): number {
    return byte.toString(2).replaceAll("0", "").length;
  }
});

test("a list that lags leaves out what is younger, on all its pages, and nothing once the lag is over", async () => {
  const { client, key } = newAccount();
  await submitRaw(key);
  await systemClock.sleep(700);
  await submitRaw(key);
  await admin.plan([{ on: "list", fault: "lag", ms: 500, times: 2 }]);
  expect(await client.list()).toMatchObject({ total: 1 });
  expect((await client.list()).tasks).toHaveLength(1);
  expect(await client.list()).toMatchObject({ total: 2 });
});

describe("a task", () => {
  test("fails with the planned code and costs nothing", async () => {
    await admin.plan([{ on: "task", fault: "fail", code: "InternalError.Timeout" }]);
    const { end, taskId } = await finished();
    expect(end).toMatchObject({ status: "FAILED", code: "InternalError.Timeout", results: [], imageCount: 0 });
    expect((await admin.ledger()).find((line) => line.taskId === taskId && line.event === "ended")).toMatchObject({
      status: "FAILED",
      imageCount: 0,
    });
  });

  test("loses some of its pictures: the others stand, in their places, and they alone are charged", async () => {
    await admin.plan([{ on: "task", fault: "partial", items: 2 }]);
    const { end, taskId, urls } = await finished({ n: 3 });
    expect(end).toMatchObject({
      status: "SUCCEEDED",
      metrics: { total: 3, succeeded: 1, failed: 2 },
      imageCount: 1,
    });
    expect(end.results).toHaveLength(3);
    expect(end.results.filter((result) => !("url" in result))).toEqual(
      Array(2).fill(expect.objectContaining({ code: "DataInspectionFailed" })),
    );
    const place = end.results.findIndex((result) => "url" in result);
    expect(urls[0]).toContain(`_${place}_`);
    expect((await fetch(urls[0] ?? "")).status).toBe(200);
    const lines = (await admin.ledger()).filter((line) => line.taskId === taskId);
    expect(lines.map(({ event }) => event)).toEqual(["submitted", "started", "fault", "ended", "fetched"]);
    expect(lines[3]).toMatchObject({ status: "SUCCEEDED", imageCount: 1 });
  });

  test("that loses all of its pictures FAILED with their code", async () => {
    await admin.plan([{ on: "task", fault: "partial", items: 4, code: "InternalError.FileUpload" }]);
    expect((await finished({ n: 2 })).end).toMatchObject({
      status: "FAILED",
      code: "InternalError.FileUpload",
      message: "oss upload error.",
      results: [],
      imageCount: 0,
    });
  });

  test("runs longer", async () => {
    await admin.plan([{ on: "task", fault: "latency", ms: 700 }]);
    const { end } = await finished();
    expect((end.endedAt ?? 0) - (end.scheduledAt ?? 0)).toBeGreaterThan(690);
  });
});

describe("what expires early", () => {
  test("a task is UNKNOWN and not listed", async () => {
    await admin.plan([{ on: "task", fault: "expire", ms: 0 }]);
    const { client } = newAccount();
    const { taskId } = await client.submit(requestFor("https://nowhere.example/a.png"));
    while ((await client.query(taskId)).status !== "UNKNOWN") await systemClock.sleep(60);
    expect(await client.list()).toMatchObject({ total: 0 });
  });

  test("a result is refused in the storage's words, while its task is still known", async () => {
    await admin.plan([{ on: "result", fault: "expire", ms: 0 }]);
    const { end, urls } = await finished();
    expect(end.status).toBe("SUCCEEDED");
    const answer = await fetch(urls[0] ?? "");
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("Request has expired.");
  });

  test("an upload is as good as not there, and a policy takes no file", async () => {
    await admin.plan([{ on: "upload", fault: "expire", ms: 0 }]);
    expect((await finished()).end).toMatchObject({ status: "FAILED", code: "InvalidParameter.FileDownload" });
    await admin.plan([{ on: "policy", fault: "expire", ms: 0 }]);
    await expect(uploadPng(newAccount().client, png)).rejects.toMatchObject({ status: 403 });
  });
});

test("the same plan over the same calls does the same, over the wire too", async () => {
  const round = async (seed: number) => {
    await admin.plan([{ on: "query", fault: "error", code: "Throttling", share: 0.4 }], seed);
    const statuses: number[] = [];
    for (let call = 0; call < 15; call += 1) {
      statuses.push((await fetch(`${sandbox.baseUrl}/tasks/1111`, { headers: headersOf(`sk-round-${call}`) })).status);
    }
    return statuses.join(" ");
  };
  const first = await round(11);
  expect(first).toMatch(/429/);
  expect(first).toMatch(/200/);
  expect(await round(11)).toBe(first);
  expect(await round(12)).not.toBe(first);
});

test("a plan is read back with its counts, a bad one changes nothing and names the field", async () => {
  await admin.plan([{ on: "query", fault: "error", code: "Throttling", after: 1 }]);
  for (const status of [200, 429]) {
    expect((await fetch(`${sandbox.baseUrl}/tasks/1`, { headers: headersOf("sk-x") })).status).toBe(status);
  }
  const put = (body: string) => fetch(new URL("/sandbox/faults", sandbox.baseUrl), { method: "PUT", body });
  const refused = await put('{"rules":[{"on":"query","fault":"stall"}]}');
  expect(refused.status).toBe(400);
  expect(refused.headers.get("content-type")).toBe("application/problem+json");
  expect(await refused.json()).toMatchObject({ status: 400, detail: expect.stringContaining("rules.0.ms") });
  expect(await admin.counts()).toMatchObject({ rules: [{ code: "Throttling", reached: 2, taken: 1 }] });
  await admin.clear();
  expect(await admin.counts()).toEqual({ seed: 1, rules: [] });
  expect((await fetch(new URL("/sandbox/ledger", sandbox.baseUrl), { method: "DELETE" })).status).toBe(405);
});
