import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { ApiKey } from "#lib/wanx/client/api-key.ts";
import type { WanxClient } from "#lib/wanx/client/client.ts";
import { createWanxClient } from "#lib/wanx/client/create-client.ts";
import { productPng, rgbPng } from "#tests/fixtures/images.ts";
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
beforeAll(async () => {
  sandbox = await startSandbox(data.folder);
});
afterAll(async () => {
  await stopSandbox(sandbox);
  data.remove();
});

/** Another account than the client's: submissions are counted per key. */
const headers = { authorization: "Bearer sk-raw", "content-type": "application/json", "x-dashscope-async": "enable" };
const submitPath = "/services/aigc/background-generation/generation";

function clientWith(apiKey: string): WanxClient {
  return createWanxClient({
    baseUrl: sandbox.baseUrl,
    apiKey: new ApiKey(apiKey),
    fetch: globalThis.fetch,
    clock: systemClock,
  });
}

/** A redirect would be an answer here, not something to follow. */
function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${sandbox.baseUrl}${path}`, { headers, redirect: "manual", ...init });
}

test("every path answers with and without a slash at its end, never by a redirect", async () => {
  const body = JSON.stringify({ model: "wanx-background-generation-v2", input: {} });
  for (const slash of ["", "/"]) {
    expect((await ask(`${submitPath}${slash}`, { method: "POST", body })).status, "submit").toBe(400);
    expect((await ask(`/tasks${slash}`)).status, "list").toBe(200);
    expect((await ask(`/tasks/1111${slash}`)).status, "query").toBe(200);
    expect((await ask(`/tasks/1111/cancel${slash}`, { method: "POST" })).status, "cancel").toBe(400);
    const policy = await ask(`/uploads${slash}?action=getPolicy&model=wanx-background-generation-v2`);
    expect(policy.status, "policy").toBe(200);
  }
});

test("without the async header, without a key and with a strange one: the documented refusals", async () => {
  const body = JSON.stringify(requestFor("https://pictures.example/a.png"));
  const send = async (without: string, more: Record<string, string> = {}) => {
    const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== without));
    const response = await ask(submitPath, { method: "POST", body, headers: { ...kept, ...more } });
    return { status: response.status, ...((await response.json()) as object) };
  };
  expect(await send("x-dashscope-async")).toEqual({
    status: 403,
    code: "AccessDenied",
    message: "current user api does not support synchronous calls.",
    request_id: expect.any(String),
  });
  const invalidKey = { status: 401, code: "InvalidApiKey", message: "Invalid API-key provided." };
  expect(await send("authorization")).toMatchObject(invalidKey);
  expect(await send("", { authorization: "Bearer pk-1" })).toMatchObject(invalidKey);
});

test("a base picture without alpha is taken, and fails in the task with the words of the reference", async () => {
  const client = clientWith("sk-rgb");
  const { taskId } = await client.submit(requestFor(await uploadPng(client, await rgbPng({ width: 96, height: 64 }))));
  const answer = await waitFor(client, taskId, ({ status }) => status === "FAILED");
  expect(answer).toMatchObject({
    code: "BadRequest.UnsupportedFileFormat",
    message:
      "Base image require RGBA format, but is RGB, modes concept see https://pillow.readthedocs.io/en/stable/handbook/concepts.html#concept-modes",
    results: [],
    imageCount: 0,
  });
});

test("addresses in answers name the host that the client used", async () => {
  const port = new URL(sandbox.baseUrl).port;
  const response = await fetch(
    `http://localhost:${port}/api/v1/uploads?action=getPolicy&model=wanx-background-generation-v2`,
    { headers },
  );
  const { data: policy } = (await response.json()) as { data: { upload_host: string } };
  expect(policy.upload_host).toBe(`http://localhost:${port}/api/v1/sandbox/oss`);
});

test("the recorded headers are there, and a body that is too large is refused without harm to the connection", async () => {
  const refused = await ask(submitPath, { method: "POST", body: Buffer.alloc(17 * 1024 * 1024, 32) });
  expect(refused.status).toBe(413);
  expect(await refused.json()).toMatchObject({ code: "BadRequest.TooLarge" });
  const answered = await ask("/tasks/1111");
  expect(answered.headers.get("content-type")).toBe("application/json;charset=UTF-8");
  for (const name of ["x-request-id", "req-cost-time", "req-arrive-time", "resp-start-time"]) {
    expect(answered.headers.get(name), name).toBeTruthy();
  }
  expect(answered.headers.get("x-request-id")).toBe(((await answered.json()) as { request_id: string }).request_id);
});

test("nonsense on the socket, a wrong Host and a broken-off body do not end the process", async () => {
  const { hostname, port } = new URL(sandbox.baseUrl);
  const write = (text: string) =>
    new Promise<string>((resolve, reject) => {
      let answer = "";
      const socket = connect(Number(port), hostname, () => socket.end(text));
      socket.on("data", (chunk) => {
        answer += chunk;
      });
      socket.once("close", () => resolve(answer));
      socket.once("error", reject);
    });
  const auth = "Authorization: Bearer sk-raw";
  expect(await write("hello\r\n\r\n")).toContain("400");
  expect(await write("OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).toContain("400");
  expect(await write(`GET /%E0%A4%A HTTP/1.1\r\nHost: x\r\n${auth}\r\nConnection: close\r\n\r\n`)).toContain("404");
  expect(await write(`GET //[ HTTP/1.1\r\nHost: x\r\n${auth}\r\nConnection: close\r\n\r\n`)).toContain("404");
  const query = "/api/v1/uploads?action=getPolicy&model=wanx-background-generation-v2";
  const strange = await write(`GET ${query} HTTP/1.1\r\nHost: <script>\r\n${auth}\r\nConnection: close\r\n\r\n`);
  expect(strange).not.toContain("<script>");
  await write(`POST /api/v1${submitPath} HTTP/1.1\r\nHost: x\r\n${auth}\r\nContent-Length: 100\r\n\r\n{"model"`);
  expect((await ask("/tasks/1111")).status).toBe(200);
});

test("what waits behind a running task can be canceled and is listed so", async () => {
  const client = clientWith("sk-cancel");
  const base = await uploadPng(client, await productPng({ width: 128, height: 128 }));
  const running = await client.submit(requestFor(base, { n: 4, model_version: "v3" }));
  const waiting = await client.submit(requestFor(base));
  await client.cancel(waiting.taskId);
  expect((await client.query(waiting.taskId)).status).toBe("CANCELED");
  await expect(client.cancel(waiting.taskId)).rejects.toMatchObject({
    outcome: "rejected",
    code: "UnsupportedOperation",
  });
  const { tasks } = await client.list({ status: "CANCELED" });
  expect(tasks).toMatchObject([{ taskId: waiting.taskId, requestId: waiting.requestId, status: "CANCELED" }]);
  await waitFor(client, running.taskId, ({ status }) => status === "SUCCEEDED");
});
