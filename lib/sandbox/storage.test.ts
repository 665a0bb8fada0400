import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createEngine } from "#lib/engine/create-engine.ts";
import { productPng } from "#tests/fixtures/images.ts";
import { BASE_URL, openTestSandbox, type TestSandbox, taskIdOf, uploadForm } from "./test-sandbox.ts";

const engine = createEngine({ threads: 1 });
let sandbox: TestSandbox;
let png: Uint8Array;
let url: string;
let whole: Buffer;
beforeAll(async () => {
  sandbox = await openTestSandbox(engine);
  png = await productPng({ width: 48, height: 48 });
  const output = await sandbox.outputOf(taskIdOf(await sandbox.submit({ base_image_url: await sandbox.upload(png) })));
  [{ url }] = output.results as [{ url: string }];
  whole = Buffer.from(await (await sandbox.fetch(url)).arrayBuffer());
});
afterAll(async () => {
  await sandbox.close();
  await engine.close();
});

const md5 = (bytes: Uint8Array, encoding: "hex" | "base64") => createHash("md5").update(bytes).digest(encoding);

test("a result carries its sum, and the storage's own headers instead of the gateway's", async () => {
  const { headers } = await sandbox.fetch(url);
  expect(Object.fromEntries(headers)).toMatchObject({
    "content-type": "image/png",
    "content-length": String(whole.length),
    "accept-ranges": "bytes",
    "content-md5": md5(whole, "base64"),
    etag: `"${md5(whole, "hex").toUpperCase()}"`,
    server: "AliyunOSS",
    "x-oss-request-id": expect.any(String),
  });
  expect(headers.has("req-cost-time")).toBe(false);
});

test.each([
  ["bytes=0-9", 0, 9],
  ["bytes=100-", 100, undefined],
  ["bytes=-20", -20, undefined],
])("%s of a result is answered in part", async (range, first, last) => {
  const answer = await sandbox.fetch(url, { headers: { range } });
  const part = whole.subarray(first, last === undefined ? undefined : last + 1);
  const start = first < 0 ? whole.length + first : first;
  expect(answer.status).toBe(206);
  expect(answer.headers.get("content-range")).toBe(`bytes ${start}-${start + part.length - 1}/${whole.length}`);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(part);
});

test.each(["bytes=9999999-", "bytes=5-2", "bytes=-", "bytes=0-1,3-4", "lines=1-2", "bytes=0-SIZE", "bytes=SIZE-"])(
  "%s is no part of a result: it comes whole",
  async (range) => {
    const answer = await sandbox.fetch(url, { headers: { range: range.replace("SIZE", String(whole.length)) } });
    expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, whole.length]);
  },
);

test("a result that the client has already is not sent again", async () => {
  const etag = `"${md5(whole, "hex").toUpperCase()}"`;
  const answer = await sandbox.fetch(url, { headers: { "if-none-match": etag } });
  expect([answer.status, await answer.text()]).toEqual([304, ""]);
  expect((await sandbox.fetch(url, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
});

test.each([
  ["PUT", "/sandbox/results/a.png"],
  ["DELETE", "/sandbox/results/a.png"],
  ["GET", "/sandbox/oss"],
])("%s %s is not allowed, which is said in XML and without asking for a key", async (method, path) => {
  const answer = await sandbox.fetch(BASE_URL + path, { method });
  expect(answer.status).toBe(405);
  expect(await answer.text()).toContain("<Code>MethodNotAllowed</Code>");
});

test("an upload that asks for 201 is told in XML where it is; each answer carries the sum of the file", async () => {
  const etag = `"${md5(png, "hex").toUpperCase()}"`;
  const post = async (changes: Record<string, string>) => {
    const body = uploadForm(await sandbox.policy(), "瓶&子.png", png, changes);
    return sandbox.fetch(`${BASE_URL}/sandbox/oss`, { method: "POST", body });
  };
  for (const [asked, status] of Object.entries({ "200": 200, "204": 204, "404": 204, "": 204 })) {
    const answer = await post({ success_action_status: asked });
    expect([answer.status, await answer.text(), answer.headers.get("etag")]).toEqual([status, "", etag]);
  }
  const told = await post({ success_action_status: "201" });
  expect([told.status, told.headers.get("content-type")]).toEqual([201, "application/xml"]);
  expect(await told.text()).toMatch(/<PostResponse>.*瓶&amp;子\.png<\/Key>.*<ETag>"[0-9A-F]{32}"/s);
});

test("what plans faults and reads the ledger is not in here: it stands beside a sandbox that runs alone", async () => {
  for (const path of ["/sandbox/faults", "/sandbox/ledger", "/api/v1/sandbox/faults", "/api/v1/sandbox/ledger"]) {
    const headers = { authorization: "Bearer sk-test" };
    for (const method of ["GET", "PUT", "DELETE"]) {
      const { status } = await sandbox.fetch(new URL(path, BASE_URL).href, { method, headers });
      expect([404, 405], `${method} ${path}`).toContain(status);
    }
  }
});
