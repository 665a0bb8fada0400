import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { productPng } from "#tests/fixtures/images.ts";
import { createFetchPicture, type FetchPicture } from "./fetch-picture.ts";

const requests: IncomingMessage[] = [];
let server: Server;
let host: string;
let png: Uint8Array;
let fetchPicture: FetchPicture;
beforeAll(async () => {
  png = await productPng();
  server = createServer((request, response) => {
    requests.push(request);
    if (request.url === "/a.png") response.setHeader("content-type", "text/html").end(png);
    else if (request.url === "/moved") response.writeHead(302, { location: "/a.png" }).end();
    else if (request.url === "/inside") response.writeHead(302, { location: "http://127.0.0.1:9/" }).end();
    else if (request.url === "/huge") response.setHeader("content-length", 41 * 2 ** 20).write("x");
    else if (request.url === "/broken")
      response.writeHead(200, { "content-length": 10 }).write("x", () => response.destroy());
    else response.writeHead(404).end("secret words of the server");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  fetchPicture = createFetchPicture({ alsoHosts: [host] });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  requests.length = 0;
});

test("brings the bytes, whatever the answer says they are, straight and by a redirect", async () => {
  expect(await fetchPicture(`http://${host}/a.png`)).toEqual(new Uint8Array(png));
  expect(await fetchPicture(`http://${host}/moved`)).toEqual(new Uint8Array(png));
});

test("tells the other side nothing of ours", async () => {
  await fetchPicture(`http://${host}/a.png`);
  const headers = Object.keys(requests[0]?.headers ?? {});
  expect(headers.filter((name) => ["cookie", "authorization", "referer", "origin"].includes(name))).toEqual([]);
});

test("without the host on the list this machine is not asked", async () => {
  const url = `http://${host}/a.png`;
  await expect(createFetchPicture()(url)).rejects.toMatchObject({ code: "fetch/refused", values: { url } });
  expect(requests).toEqual([]);
});

test.each([
  ["/inside", "fetch/refused", {}],
  ["/missing", "fetch/failed", { reason: "HTTP 404" }],
  ["/broken", "fetch/failed", {}],
  ["/huge", "upload/too-large", { limitMegabytes: 40 }],
])("%s is %s", async (path, code, values) => {
  await expect(fetchPicture(`http://${host}${path}`)).rejects.toMatchObject({ code, values });
});

test.each([
  "",
  "not an address",
  "file:///etc/passwd",
  "data:image/png;base64,AA",
  "oss://bucket/a.png",
  "http://u:p@a.example/",
])("%j is not fetched", async (url) => {
  await expect(fetchPicture(url)).rejects.toMatchObject({ code: expect.stringMatching(/^fetch\//) });
});
