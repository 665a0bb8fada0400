import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createEngine } from "#lib/engine/create-engine.ts";
import { createGuardedFetch } from "#lib/net/guarded-fetch.ts";
import { openTestSandbox, taskIdOf } from "#lib/sandbox/test-sandbox.ts";
import {
  hasSucceeded,
  requestFor,
  type SandboxProcess,
  startSandbox,
  stopSandbox,
  temporaryFolder,
  waitFor,
} from "#tests/contract/sandbox-process.ts";
import { productPng } from "#tests/fixtures/images.ts";

const data = temporaryFolder();
let sandbox: SandboxProcess;
let pictures: { server: Server; port: number; requests: IncomingMessage[] };
/** Stands for whatever else runs on the machine. Nobody may make the sandbox ask it. */
let inner: typeof pictures;

async function startServer(answer: (request: IncomingMessage) => string | Uint8Array): Promise<typeof pictures> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const found = answer(request);
    if (typeof found === "string") response.writeHead(302, { location: Buffer.from(found).toString("latin1") }).end();
    else response.end(found);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, port: (server.address() as AddressInfo).port, requests };
}

beforeAll(async () => {
  const png = await productPng({ width: 48, height: 64 });
  inner = await startServer(() => png);
  pictures = await startServer(({ url = "" }) => (url === "/base.png" ? png : decodeURIComponent(url.slice(1))));
  sandbox = await startSandbox(data.folder, "--allow-host", `127.0.0.1:${pictures.port}`);
});
beforeEach(() => {
  pictures.requests.length = 0;
});
afterAll(async () => {
  await stopSandbox(sandbox);
  for (const { server } of [pictures, inner]) {
    server.closeAllConnections();
    server.close();
  }
  data.remove();
});

async function submit(address: string): Promise<string> {
  // Two submissions a second.
  await new Promise((resolve) => setTimeout(resolve, 510));
  return (await sandbox.client.submit(requestFor(address))).taskId;
}

test("an input from the allowed host is fetched, without the key of the submission", async () => {
  const taskId = await submit(`http://127.0.0.1:${pictures.port}/base.png`);
  await waitFor(sandbox.client, taskId, hasSucceeded);
  expect(pictures.requests).toHaveLength(1);
  expect(JSON.stringify(pictures.requests[0]?.headers)).not.toContain("sk-");
});

test.each([
  ["another port of an allowed host", "127.0.0.1"],
  ["the machine by its name", "localhost"],
  ["the machine by another of its addresses", "127.0.0.2"],
  ["the machine as a number", "2130706433"],
  ["the machine in hexadecimal", "0x7f.0x0.0x0.0x1"],
  ["the machine in octal", "0177.1"],
  ["the machine in full-width digits", "１２７.0.0.1"],
  ["the machine in IPv6 clothes", "[::ffff:127.0.0.1]"],
  ["the machine in IPv6 clothes and hexadecimal", "[::ffff:7f00:1]"],
  ["the machine in IPv6", "[::1]"],
  ["every address of the machine", "0.0.0.0"],
  ["a private network", "192.168.0.1"],
  ["the metadata of a cloud", "100.100.100.200"],
])("%s is not asked: not straight, not on another port, not by a redirect", async (_what, host) => {
  const redirect = `http://127.0.0.1:${pictures.port}/${encodeURIComponent(`http://${host}/`)}`;
  const notPublic = /is not a public address, or leads to one that is not$|redirects to what is no address$/;
  for (const [input, words] of [
    [`http://${host}/`, notPublic],
    [`http://${host}:${inner.port}/`, /^download for input_image error: port \d+ of \S+ is not one of 80, 443$/],
    [redirect, notPublic],
  ] as const) {
    const answer = await waitFor(sandbox.client, await submit(input), ({ status }) => status === "FAILED");
    expect(answer).toMatchObject({ code: "InvalidParameter.FileDownload", message: expect.stringMatching(words) });
  }
  expect(pictures.requests).toHaveLength(1);
  expect(inner.requests).toEqual([]);
});

test.each([
  ["a user name", () => `http://somebody@127.0.0.1:${pictures.port}/base.png`, "with a user name or password"],
  ["an allowed host as user name", () => `http://127.0.0.1:${pictures.port}@127.0.0.1:${inner.port}/`, "user name"],
  [
    "a redirect to a file",
    () => `http://127.0.0.1:${pictures.port}/${encodeURIComponent("file:///etc/passwd")}`,
    "file:",
  ],
  ["redirects without end", () => endless(), "redirects once too often"],
])("%s is not followed", async (_what, address, words) => {
  const answer = await waitFor(sandbox.client, await submit(address()), ({ status }) => status === "FAILED");
  expect(answer.message).toContain(words);
  expect(inner.requests).toEqual([]);
  expect(pictures.requests.length).toBeLessThanOrEqual(4);
});

function endless(): string {
  let address = `http://127.0.0.1:${pictures.port}/base.png`;
  for (let hop = 0; hop < 4; hop += 1) address = `http://127.0.0.1:${pictures.port}/${encodeURIComponent(address)}`;
  return address;
}

test.each(["ftp://127.0.0.1/a.png", "file:///etc/passwd", "gopher://127.0.0.1/", "data:image/png;base64,iVBORw0KGgo="])(
  "%s is refused before there is a task",
  async (address) => {
    await expect(submit(address)).rejects.toMatchObject({ outcome: "rejected", status: 400, code: "InvalidParameter" });
  },
);

test("names below an allowed domain that lead to this machine or a private network are not asked", async () => {
  const engine = createEngine({ threads: 1 });
  const leadsTo: Record<string, string[]> = {
    "loopback.pictures.example": ["127.0.0.1"],
    "six.pictures.example": ["::1"],
    "clothes.pictures.example": ["::ffff:127.0.0.1"],
    "private.pictures.example": ["10.0.0.7"],
    "metadata.pictures.example": ["169.254.169.254"],
    "both.pictures.example": ["93.184.216.34", "127.0.0.1"],
  };
  const asked: string[] = [];
  const inputFetch = createGuardedFetch({
    allowHosts: ["*.pictures.example"],
    ports: [80, inner.port],
    lookup: (name, { all }, callback) => {
      asked.push(name);
      const found = (leadsTo[name] ?? []).map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
      if (all) callback(null, found);
      else callback(null, found[0]?.address ?? "", found[0]?.family);
    },
  });
  const own = await openTestSandbox(engine, { inputFetch });
  for (const name of Object.keys(leadsTo)) {
    const taskId = taskIdOf(await own.submit({ base_image_url: `http://${name}:${inner.port}/` }));
    expect(await own.outputOf(taskId), name).toMatchObject({
      task_status: "FAILED",
      code: "InvalidParameter.FileDownload",
      message: expect.stringContaining("is not a public address, or leads to one that is not"),
    });
  }
  expect(asked.sort()).toEqual(Object.keys(leadsTo).sort());
  expect(inner.requests).toEqual([]);
  await own.close();
  await engine.close();
});
