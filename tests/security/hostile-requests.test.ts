import { readdirSync } from "node:fs";
import { connect, type Socket } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AssetView } from "#lib/api/asset-view.ts";
import type { ProjectView } from "#lib/api/project-view.ts";
import type { RunView } from "#lib/api/run-view.ts";
import { until } from "#tests/drivers/event-reader.ts";
import { type Studio, startStudio, stopStudios } from "#tests/drivers/studio-process.ts";
import { productPng } from "#tests/fixtures/images.ts";

let studio: Studio;
let project: ProjectView;
beforeAll(async () => {
  studio = await startStudio({ env: { LOG_LEVEL: "info" } });
  project = await good<ProjectView>("/api/projects", json("POST", { example: "perfume-marble" }));
}, 300_000);
afterAll(stopStudios);

const json = (method: string, body: unknown, headers = {}) => ({
  method,
  body: typeof body === "string" ? body : JSON.stringify(body),
  headers: { "content-type": "application/json", ...headers },
});

async function good<Body>(address: string, init: RequestInit): Promise<Body> {
  const response = await fetch(`${studio.url}${address}`, init);
  expect(response.ok, await response.clone().text()).toBe(true);
  return (await response.json()) as Body;
}

/** Every refusal has the same form: problem JSON with a code, a status and words. */
async function problem(address: string, init: RequestInit = {}) {
  const response = await fetch(`${studio.url}${address}`, init);
  expect(response.headers.get("content-type"), address).toMatch(/^application\/problem\+json/);
  const body = (await response.json()) as { code: string; status: number; detail: string; values: object };
  expect(body.status).toBe(response.status);
  expect(body.detail.length).toBeGreaterThan(10);
  return { ...body, allow: response.headers.get("allow") };
}

/** What no fetch would send. Answers what came back until the connection closed. */
function sendRaw(text: string | Uint8Array, then: (socket: Socket) => void = () => undefined): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(studio.port, "127.0.0.1");
    let answer = "";
    socket.on("data", (bytes) => {
      answer += bytes.toString("latin1");
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(answer));
    socket.setTimeout(3_000, () => socket.destroy());
    socket.write(text, () => then(socket));
  });
}

const head = (line: string, ...headers: string[]) =>
  [`${line} HTTP/1.1`, `Host: 127.0.0.1:${studio.port}`, "Connection: close", ...headers, "", ""].join("\r\n");

function assetFiles(): string[] {
  const folder = path.join(studio.dataDir, "assets");
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}

test.each([
  ["PATCH", "/api/projects", "GET, HEAD, OPTIONS, POST"],
  ["PUT", "/api/assets", "OPTIONS, POST"],
  ["POST", "/api/events", "GET, HEAD, OPTIONS"],
  ["DELETE", "/api/runs", "GET, HEAD, OPTIONS, POST"],
  ["GET", "/api/generations/generation_00000000/cancel", "OPTIONS, POST"],
  ["POST", "/", "GET, HEAD"],
])("%s %s is a problem that says what is taken instead", async (method, address, allow) => {
  const answer = await problem(address, { method });
  expect(answer).toMatchObject({ status: 405, code: "request/method-not-allowed", values: { method }, allow });
});

test("HEAD answers as GET does, without a body, also for the event stream", async () => {
  const { assetId } = project.document.subject as { assetId: string };
  for (const address of ["/", "/api/projects", `/api/assets/${assetId}`, "/api/events"]) {
    const response = await fetch(`${studio.url}${address}`, { method: "HEAD" });
    expect(response.status, address).toBe(200);
    expect((await response.arrayBuffer()).byteLength, address).toBe(0);
  }
});

test.each([
  ["a method that only curious people use", () => head("TRACE /api/projects"), "405"],
  ["an address that cannot be decoded", () => head("GET /api/projects/%ZZ"), "404"],
  ["an address in a broken encoding", () => head("GET /api/projects/%C0%AF"), "404"],
  ["another host in the target", () => head("GET http://evil.test/api/projects"), "421"],
  ["two hosts", () => head("GET /api/projects", "Host: evil.test"), "421"],
])("%s is a problem, not a crash and not a redirect", async (_what, request, status) => {
  const answer = await sendRaw(request());
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(answer).toMatch(/content-type: application\/problem\+json/i);
});

test.each([
  "/_next/static/..%2f..%2f..%2fpackage.json",
  "/examples/..%2f..%2fpackage.json",
  "/api/assets/..%2f..%2fstudio.sqlite",
  "/api/assets/%2e%2e/%2e%2e/etc/passwd",
  "/api/projects/..%2f..",
])("%s leads nowhere", async (address) => {
  const answer = await sendRaw(head(`GET ${address}`));
  expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  expect(answer).not.toMatch(/"dependencies"|SQLite format|root:/);
});

test("a body without a length is taken, one with two lengths or a broken one is not", async () => {
  const type = "Content-Type: application/json";
  const chunked = head("POST /api/projects", type, "Transfer-Encoding: chunked");
  expect(await sendRaw(`${chunked}2\r\n{}\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 201 /);
  expect(await sendRaw(`${chunked}ZZ\r\n{}\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
  const both = head("POST /api/projects", type, "Content-Length: 5", "Transfer-Encoding: chunked");
  expect(await sendRaw(`${both}2\r\n{}\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
});

test("a chunked upload past the limit is stopped on its way", async () => {
  const chunk = new Uint8Array(1024 * 1024);
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      sent += 1;
      if (sent > 200) controller.close();
      else controller.enqueue(chunk);
    },
  });
  const init = { method: "POST", body, duplex: "half", headers: { "content-type": "image/png" } } as RequestInit;
  const answer = await problem("/api/assets?purpose=subject", init).catch((error: unknown) => error);
  if (answer instanceof Error) expect(String(answer.cause)).toMatch(/EPIPE|ECONNRESET|closed|terminated/);
  else expect(answer).toMatchObject({ status: 413, code: "upload/too-large" });
  expect(sent).toBeLessThan(120);
});

test("uploads that break off leave nothing behind and are no error of the studio", async () => {
  const png = await productPng({ width: 301, height: 203 });
  const before = assetFiles();
  const request = head("POST /api/assets?purpose=subject", "Content-Type: image/png", `Content-Length: ${png.length}`);
  const half = Buffer.concat([Buffer.from(request), png.subarray(0, png.length / 2)]);
  await Promise.all(
    Array.from({ length: 20 }, () => sendRaw(half, (socket) => setTimeout(() => socket.resetAndDestroy(), 50))),
  );
  await good("/api/health", {}).catch(() => undefined);
  expect(assetFiles()).toEqual(before);
});

test("a hundred uploads of one picture at a time are one asset and one file", async () => {
  const png = await productPng({ width: 303, height: 205 });
  const before = assetFiles().length;
  const init = { method: "POST", body: new Uint8Array(png), headers: { "content-type": "image/png" } };
  const uploads = Array.from({ length: 100 }, () => good<AssetView>("/api/assets?purpose=subject", init));
  expect(new Set((await Promise.all(uploads)).map(({ id }) => id)).size).toBe(1);
  expect(assetFiles()).toHaveLength(before + 1);
});

test("of thirty saves from one revision one wins and twenty-nine are told so; what is kept is the winner's", async () => {
  const { id, document } = await good<ProjectView>("/api/projects", json("POST", { example: "perfume-marble" }));
  const names = Array.from({ length: 30 }, (_, index) => `save ${index}`);
  const statuses = await Promise.all(
    names.map(async (name) => {
      const init = json("PUT", { revision: 1, document, name });
      return (await fetch(`${studio.url}/api/projects/${id}`, init)).status;
    }),
  );
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(29);
  const kept = await good<ProjectView>(`/api/projects/${id}`, {});
  expect(kept).toMatchObject({ revision: 2, name: names[statuses.indexOf(200)] });
});

test("twenty presses under one key are one run, and another order under it is refused", async () => {
  const order = { projectId: project.id, revision: project.revision, versions: ["v2"], n: 1 };
  const key = { "idempotency-key": "twenty presses" };
  const presses = Array.from({ length: 20 }, () => good<RunView>("/api/runs", json("POST", order, key)));
  expect(new Set((await Promise.all(presses)).map(({ id }) => id)).size).toBe(1);
  expect((await good<{ runs: RunView[] }>(`/api/runs?projectId=${project.id}`, {})).runs).toHaveLength(1);
  expect(await problem("/api/runs", json("POST", { ...order, n: 2 }, key))).toMatchObject({
    status: 422,
    code: "request/idempotency-mismatch",
  });
});

test.each([
  ["NaN", `{"name":NaN}`, "request/malformed-json"],
  ["a number past all numbers", "1e999", "request/invalid"],
  ["200,000 brackets", "[".repeat(200_000), "request/malformed-json"],
  ["a name of spaces", `{"name":"   "}`, "request/invalid"],
  ["a name of 121 letters", JSON.stringify({ name: "x".repeat(121) }), "request/invalid"],
  ["the name of a prototype where a scene is named", `{"example":"__proto__"}`, "request/invalid"],
])("%s in a body is refused", async (_what, body, code) => {
  expect(await problem("/api/projects", json("POST", body))).toMatchObject({ status: 400, code });
});

test("keys that reach for prototypes are ignored, and names may be anything else that people write", async () => {
  const body = `{"__proto__":{"name":"x","polluted":1},"constructor":{"prototype":{"polluted":1}},"name":"👩‍🚀 مرحبا 项目"}`;
  const created = await good<ProjectView>("/api/projects", json("POST", body));
  expect(created.name).toBe("👩‍🚀 مرحبا 项目");
  expect(JSON.stringify(await good(`/api/projects/${created.id}`, {}))).not.toContain("polluted");
});

test.each([
  "application/json; charset=utf-16",
  "application/json-patch+json",
  "text/plain",
  "multipart/form-data; boundary=application/json",
])("a body of the type %s is not read as JSON", async (type) => {
  const init = { method: "POST", body: "{}", headers: { "content-type": type } };
  expect(await problem("/api/projects", init)).toMatchObject({ status: 415, code: "request/unsupported-media-type" });
});

test.each(["abc", "-1", "1.5", "1e3", "0x5", "99999999999999999999", "5, 6"])(
  "the place %j in the event stream is none",
  async (place) => {
    expect(await problem("/api/events", { headers: { "last-event-id": place } })).toMatchObject({
      status: 400,
      code: "request/invalid",
      values: { field: "Last-Event-ID" },
    });
  },
);

test("a place that the event log does not know begins with a reset", async () => {
  const response = await fetch(`${studio.url}/api/events`, { headers: { "last-event-id": "900000000000000" } });
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += new TextDecoder().decode(chunk);
    if (text.includes("\n\n", text.indexOf("event:"))) break;
  }
  expect(text).toMatch(/event: reset\n/);
});

test("the smallest, the largest and the narrowest subject become pictures of the artboard's size", async () => {
  const shapes = [
    { size: { width: 1, height: 1 }, artboard: { width: 64, height: 64 } },
    { size: { width: 2048, height: 2048 }, artboard: { width: 2048, height: 64 } },
    { size: { width: 4096, height: 12 }, artboard: { width: 64, height: 256 } },
  ];
  for (const { size, artboard } of shapes) {
    const { id, document } = await good<ProjectView>("/api/projects", json("POST", {}));
    const init = {
      method: "POST",
      body: new Uint8Array(await halfPng(size)),
      headers: { "content-type": "image/png" },
    };
    const asset = await good<AssetView>("/api/assets?purpose=subject", init);
    const scale = Math.max(0.01, Math.min(artboard.width / asset.width, artboard.height / asset.height));
    const transform = { x: artboard.width / 2, y: artboard.height / 2, scaleX: scale, scaleY: scale, rotation: 0 };
    const subject = { assetId: asset.id, size: { width: asset.width, height: asset.height }, name: "shape", transform };
    const scene = { ...document, artboard, subject, guide: { ...document.guide, prompt: "grey stone" } };
    const saved = await good<{ revision: number }>(
      `/api/projects/${id}`,
      json("PUT", { revision: 1, document: scene }),
    );
    await good("/api/runs", json("POST", { projectId: id, revision: saved.revision, versions: ["v2"], n: 1 }));
    const { runs } = await until(
      () => good<{ runs: RunView[] }>(`/api/runs?projectId=${id}`, {}),
      ({ runs: [run] }) => ["done", "failed"].includes(run?.generations[0]?.state ?? ""),
      60_000,
    );
    expect(runs[0]?.generations[0], JSON.stringify(size)).toMatchObject({ state: "done", pictures: [artboard] });
  }
});

test("after all of this it still answers, has written no error, and no unfinished file is left", async () => {
  expect((await fetch(`${studio.url}/api/health`)).status).toBe(200);
  expect(studio.output()).not.toMatch(/"level":[56]0|Error:|at .*\.ts:\d+/);
  expect(assetFiles().filter((name) => !/^[0-9a-f]{64}$/.test(name))).toEqual([]);
});

/** Left half transparent, right half not, whatever the size; a single pixel is half see-through. */
async function halfPng({ width, height }: { width: number; height: number }): Promise<Uint8Array> {
  const { default: sharp } = await import("sharp");
  const pixels = Buffer.alloc(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const isRight = pixel % width >= width / 2;
    pixels.set([200, 80, 40, width === 1 ? 128 : isRight ? 255 : 0], pixel * 4);
  }
  return sharp(pixels, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
}
