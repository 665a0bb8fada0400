import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { type SandboxAdmin, sandboxAdmin } from "#tests/faults/sandbox-admin.ts";
import { clientOf, finishedTask, newHeaders, newKey, SUBMIT_PATH, submission } from "./account-calls.ts";
import { rawHttp } from "./raw-http.ts";
import { type SandboxProcess, startSandbox, stopSandbox, temporaryFolder } from "./sandbox-process.ts";

const data = temporaryFolder();
let sandbox: SandboxProcess;
let admin: SandboxAdmin;
beforeAll(async () => {
  sandbox = await startSandbox(data.folder);
  admin = sandboxAdmin(sandbox.baseUrl);
});
afterEach(() => admin.clear());
afterAll(async () => {
  await stopSandbox(sandbox);
  data.remove();
});

function submitRaw(key: string, init: RequestInit = {}): Promise<Response> {
  return fetch(sandbox.baseUrl + SUBMIT_PATH, {
    ...submission(undefined, { authorization: `Bearer ${key}` }),
    ...init,
  });
}

/** The code of the broken line, or that there was none. */
function breakOf(answer: Promise<Response>): Promise<unknown> {
  return answer.then(
    (response) => `answered ${response.status}`,
    (error: Error) => (error.cause as NodeJS.ErrnoException).code,
  );
}

describe("a line that breaks", () => {
  test("before: nothing was done", async () => {
    const key = newKey();
    const client = clientOf(sandbox.baseUrl, key);
    await admin.plan([{ on: "submit", fault: "reset-before", times: 1 }]);
    expect(await breakOf(submitRaw(key))).toBe("ECONNRESET");
    expect((await client.list()).total).toBe(0);
    expect((await submitRaw(key)).status).toBe(200);
  });

  test("after: the task is there, once, and only the ledger has told", async () => {
    const key = newKey();
    const client = clientOf(sandbox.baseUrl, key);
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
    const answer = await fetch(`${sandbox.baseUrl}/tasks/1111`, { headers: newHeaders() });
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
    const answer = await fetch(url, { headers: newHeaders(), signal });
    await expect(answer.text()).rejects.toThrow("timeout");
    expect((await fetch(url, { headers: newHeaders() })).status).toBe(200);
  });
});

test("latency before the work: a task is accepted after its client has given up", async () => {
  const key = newKey();
  const client = clientOf(sandbox.baseUrl, key);
  await admin.plan([{ on: "submit", fault: "latency", ms: 300 }]);
  await expect(submitRaw(key, { signal: AbortSignal.timeout(60) })).rejects.toThrow("timeout");
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
    const [url = ""] = (await finishedTask(sandbox.baseUrl)).urls;
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
    const [url = ""] = (await finishedTask(sandbox.baseUrl)).urls;
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
  const key = newKey();
  const client = clientOf(sandbox.baseUrl, key);
  await submitRaw(key);
  await systemClock.sleep(700);
  await submitRaw(key);
  await admin.plan([{ on: "list", fault: "lag", ms: 500, times: 2 }]);
  expect(await client.list()).toMatchObject({ total: 1 });
  expect((await client.list()).tasks).toHaveLength(1);
  expect(await client.list()).toMatchObject({ total: 2 });
});

test("the same plan over the same calls does the same, over the wire too", async () => {
  const round = async (seed: number) => {
    await admin.plan([{ on: "query", fault: "error", code: "Throttling", share: 0.4 }], seed);
    const statuses: number[] = [];
    for (let call = 0; call < 15; call += 1) {
      statuses.push((await fetch(`${sandbox.baseUrl}/tasks/1111`, { headers: newHeaders() })).status);
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
    expect((await fetch(`${sandbox.baseUrl}/tasks/1`, { headers: newHeaders() })).status).toBe(status);
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
