import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, LookupFunction } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createGuardedFetch, type GuardedFetchOptions } from "./guarded-fetch.ts";
import { RequestRefused } from "./request-refused.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Counts what arrived: a refusal that comes after the request was served is none. */
async function startServer(host: string, handler: Handler) {
  const requests: IncomingMessage[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    requests.push(request);
    handler(request, response);
  });
  server.on("connection", () => {
    connections += 1;
  });
  server.listen(0, host);
  await once(server, "listening");
  servers.add(server);
  return { port: (server.address() as AddressInfo).port, requests, connections: () => connections };
}

const servers = new Set<Server>();
afterEach(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
  servers.clear();
});

/** Every name leads to these addresses. */
function namesLeadTo(...addresses: string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  return (_hostname, { all }, callback) => {
    if (all) callback(null, found);
    else callback(null, found[0]?.address ?? "", found[0]?.family);
  };
}

const refused = expect.objectContaining({ name: "RequestRefused", code: "ERR_REQUEST_REFUSED" });
const ok: Handler = (_request, response) => response.end("reached");

describe("what leads to this machine is not asked:", () => {
  let inner: Awaited<ReturnType<typeof startServer>>;
  beforeEach(async () => {
    inner = await startServer("::", ok);
  });
  afterEach(() => expect(inner.connections()).toBe(0));

  const literals = [
    "127.0.0.1",
    "2130706433",
    "0x7f.1",
    "017700000001",
    "127.1",
    "[::ffff:127.0.0.1]",
    "[::1]",
    "[::]",
    "0.0.0.0",
    "0",
    "localhost",
  ];

  test.each(literals)("http://%s", async (host) => {
    const guarded = createGuardedFetch({ ports: [inner.port] });
    await expect(guarded(`http://${host}:${inner.port}/`)).rejects.toEqual(refused);
  });

  test.each(literals)("https://%s", async (host) => {
    const guarded = createGuardedFetch({ ports: [inner.port] });
    await expect(guarded(`https://${host}:${inner.port}/`)).rejects.toEqual(refused);
  });

  test.each(literals)("a redirect to http://%s", async (host) => {
    const outer = await startServer("127.0.0.1", (_request, response) => {
      response.writeHead(302, { location: `http://${host}:${inner.port}/` }).end();
    });
    // The first hop is meant; the second is the same machine, on a port that nobody meant.
    const guarded = createGuardedFetch({ allowHosts: [`127.0.0.1:${outer.port}`, "*.example"], ports: [inner.port] });
    await expect(guarded(`http://127.0.0.1:${outer.port}/`)).rejects.toEqual(refused);
    expect(outer.requests).toHaveLength(1);
  });

  test.each([[["127.0.0.1"]], [["::1"]], [["::ffff:127.0.0.1"]], [["8.8.8.8", "127.0.0.1"]]])(
    "a name that leads to %j",
    async (addresses) => {
      const guarded = createGuardedFetch({ ports: [inner.port], lookup: namesLeadTo(...addresses) });
      await expect(guarded(`http://pictures.example:${inner.port}/`)).rejects.toEqual(refused);
    },
  );

  test("a redirect to a name on the list that leads here", async () => {
    const outer = await startServer("127.0.0.1", (_request, response) => {
      response.writeHead(307, { location: `http://inner.pictures.example:${inner.port}/` }).end();
    });
    const guarded = createGuardedFetch({
      allowHosts: [`127.0.0.1:${outer.port}`, "*.pictures.example"],
      ports: [inner.port],
      lookup: namesLeadTo("127.0.0.1"),
    });
    await expect(guarded(`http://127.0.0.1:${outer.port}/`)).rejects.toEqual(refused);
  });
});

describe("a host that is named", () => {
  /** Named as it stands here: what the other tests refuse is let through. */
  async function named(handler: Handler, options: GuardedFetchOptions = {}) {
    const server = await startServer("127.0.0.1", handler);
    const guarded = createGuardedFetch({ allowHosts: [`127.0.0.1:${server.port}`], ...options });
    return { ...server, guarded, url: `http://127.0.0.1:${server.port}` };
  }

  test("is asked, at a private address and on its own port", async () => {
    const { guarded, url } = await named(ok);
    expect(await (await guarded(url)).text()).toBe("reached");
  });

  test("gets a form whole, with its boundary", async () => {
    const { guarded, url } = await named((request, response) => request.pipe(response));
    const form = new FormData();
    form.set("key", "a name with 空格");
    form.set("file", new Blob([new Uint8Array([1, 2, 3])]), "a.png");
    const body = await (await guarded(url, { method: "POST", body: form })).text();
    expect(body).toMatch(/form-data; name="key"\r\n\r\na name with 空格\r\n/);
    expect(body).toMatch(/filename="a\.png"/);
  });

  test("redirects three times, not four", async () => {
    const { guarded, url, requests } = await named((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end("arrived");
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    });
    expect(await (await guarded(`${url}/3`)).text()).toBe("arrived");
    requests.length = 0;
    await expect(guarded(`${url}/4`)).rejects.toEqual(refused);
    expect(requests).toHaveLength(4);
  });

  test.each([
    "http://other.example/",
    "http://me:secret@127.0.0.1/",
    "ftp://127.0.0.1/",
    "file:///etc/passwd",
    "http://[",
  ])("cannot send anybody on to %s, which is not even looked up", async (location) => {
    const lookup: LookupFunction = (_hostname, _options, callback) => callback(new Error("looked up"), "");
    const { guarded, url } = await named((_request, response) => response.writeHead(302, { location }).end(), {
      lookup,
    });
    await expect(guarded(url)).rejects.toEqual(refused);
  });

  test("redirects nobody who asks it not to, and no request with a body", async () => {
    const { guarded, url, requests } = await named((request, response) => {
      request.resume();
      response.writeHead(307, { location: "/elsewhere" }).end();
    });
    expect((await guarded(url, { redirect: "manual" })).status).toBe(307);
    await expect(guarded(url, { redirect: "error" })).rejects.toEqual(refused);
    await expect(guarded(url, { method: "POST", body: "paid" })).rejects.toEqual(refused);
    expect(requests.map((request) => request.url)).toEqual(["/", "/", "/"]);
  });

  test("passes keys and cookies on to itself and to no other host", async () => {
    const other = await startServer("127.0.0.1", ok);
    const { port, requests } = await startServer("127.0.0.1", (request, response) => {
      const location = request.url === "/" ? "/again" : `http://127.0.0.1:${other.port}/`;
      response.writeHead(302, { location }).end();
    });
    const guarded = createGuardedFetch({ allowHosts: ["127.0.0.1"] });
    const headers = {
      authorization: "Bearer sk-1",
      cookie: "a=1",
      "x-dashscope-workspace": "llm-1",
      accept: "image/*",
    };
    await guarded(`http://127.0.0.1:${port}/`, { headers });
    expect(requests.map((request) => request.headers.authorization)).toEqual(["Bearer sk-1", "Bearer sk-1"]);
    const told = other.requests[0]?.headers ?? {};
    expect(told).toMatchObject({ accept: "image/*" });
    expect(Object.keys(told)).not.toEqual(expect.arrayContaining(["authorization"]));
    expect(JSON.stringify(told)).not.toMatch(/sk-1|a=1|llm-1/);
  });

  test("sends at most the bytes that were agreed: announced, unannounced, or packed", async () => {
    const { guarded, url } = await named(
      (request, response) => {
        if (request.url === "/announced") response.writeHead(200, { "content-length": "1001" }).end(Buffer.alloc(1001));
        if (request.url === "/endless") {
          const timer = setInterval(() => response.write(Buffer.alloc(400)), 2);
          response.on("close", () => clearInterval(timer));
        }
        if (request.url === "/packed") {
          response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(1_000_000)));
        }
        if (request.url === "/fits") response.end(Buffer.alloc(1000));
      },
      { maxBytes: 1000 },
    );
    await expect(guarded(`${url}/announced`)).rejects.toEqual(refused);
    for (const path of ["/endless", "/packed"]) {
      const answer = await guarded(`${url}${path}`);
      await expect(answer.arrayBuffer(), path).rejects.toEqual(refused);
    }
    expect((await (await guarded(`${url}/fits`)).arrayBuffer()).byteLength).toBe(1000);
  });

  test("has one deadline for everything: no answer, a slow answer, slow redirects", async () => {
    const { guarded, url } = await named(
      (request, response) => {
        if (request.url === "/drips") {
          const timer = setInterval(() => response.write("."), 20);
          response.on("close", () => clearInterval(timer));
        }
        if (request.url === "/around") setTimeout(() => response.writeHead(302, { location: "/around" }).end(), 120);
      },
      { deadlineMs: 300 },
    );
    const startedAt = performance.now();
    await expect(guarded(`${url}/silent`)).rejects.toMatchObject({ name: "TimeoutError" });
    await expect(guarded(`${url}/drips`).then((answer) => answer.text())).rejects.toMatchObject({
      name: "TimeoutError",
    });
    await expect(guarded(`${url}/around`)).rejects.toMatchObject({ name: "TimeoutError" });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  test("is left at once when the caller aborts", async () => {
    const { guarded, url } = await named(() => undefined);
    await expect(guarded(url, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({ name: "TimeoutError" });
  });

  test("is not mixed up with a refusal when nobody listens there", async () => {
    const { guarded } = await named(ok, { allowHosts: ["127.0.0.1:9"] });
    const failure = await guarded("http://127.0.0.1:9/").catch((error: unknown) => error);
    expect(failure).not.toBeInstanceOf(RequestRefused);
    expect(failure).toBeInstanceOf(Error);
  });
});
