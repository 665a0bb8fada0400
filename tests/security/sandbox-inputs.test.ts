import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
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
    if (typeof found === "string") response.writeHead(302, { location: found }).end();
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
  ["another port of the machine", () => `http://127.0.0.1:${inner.port}/`],
  ["the machine by its name", () => `http://localhost:${inner.port}/`],
  ["the machine as a number", () => `http://2130706433:${inner.port}/`],
  ["the machine in IPv6 clothes", () => `http://[::ffff:127.0.0.1]:${inner.port}/`],
  ["every address of the machine", () => `http://0.0.0.0:${inner.port}/`],
  ["the metadata of a cloud", () => "http://100.100.100.200/latest/meta-data/"],
])("%s is not asked, neither straight nor by a redirect", async (_what, address) => {
  const redirect = `http://127.0.0.1:${pictures.port}/${encodeURIComponent(address())}`;
  for (const input of [address(), redirect]) {
    const answer = await waitFor(sandbox.client, await submit(input), ({ status }) => status === "FAILED");
    expect(answer).toMatchObject({ code: "InvalidParameter.FileDownload" });
    expect(answer.message).toMatch(/^download for input_image error: host \S+ is not on the list of allowed hosts$/);
  }
  expect(pictures.requests).toHaveLength(1);
  expect(inner.requests).toEqual([]);
});
