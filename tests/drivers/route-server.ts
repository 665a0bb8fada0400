import { globSync, mkdtempSync, rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { putContainer } from "#lib/server/container-slot.ts";
import { createContainer } from "#lib/server/create-container.ts";
import { readEnvironment } from "#lib/server/environment.ts";
import { listen } from "#lib/server/listen.ts";
import { createLog } from "#lib/server/log.ts";
import { freePort } from "./studio-process.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

export interface RouteFile {
  /** As in the reference: `/api/projects/{projectId}`. */
  path: string;
  handlers: Record<string, Handler>;
}

/** Every route of the studio's own API; not those that take any address (what is missing, the Wanx contract). */
export async function readRouteFiles(): Promise<RouteFile[]> {
  const files = globSync("app/api/**/route.ts", { cwd: ROOT }).map((file) => file.replaceAll("\\", "/"));
  return await Promise.all(
    files
      .filter((file) => !file.includes("[..."))
      .map(async (file) => ({
        path: `/${path.posix.relative("app", path.posix.dirname(file)).replaceAll("[", "{").replaceAll("]", "}")}`,
        handlers: (await import(path.join(ROOT, file))) as Record<string, Handler>,
      })),
  );
}

export interface RouteServer {
  url: string;
  dataDir: string;
  close(): Promise<void>;
}

/**
 * The launcher's front door, the container and the route files, in this process and without Next and its pages: up in a moment. The
 * lane stands still, so that what is queued stays queued.
 */
export async function startRouteServer(env: Record<string, string> = {}): Promise<RouteServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "backlot-routes-"));
  const port = await freePort();
  const environment = readEnvironment({ BACKLOT_DATA_DIR: dataDir, PORT: String(port), ...env });
  const container = await createContainer({ environment, root: ROOT, log: createLog(environment) });
  putContainer(container);
  const routes = await readRouteFiles();
  const server = await listen(environment);
  server.serve({
    dev: false,
    upgrade: async () => undefined,
    handle: async (incoming, outgoing) => send(await dispatch(routes, incoming, outgoing), outgoing),
  });
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    async close() {
      await server.close();
      await container.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function dispatch(routes: RouteFile[], incoming: IncomingMessage, outgoing: ServerResponse): Promise<Response> {
  const { method = "GET", url = "/" } = incoming;
  const [pathname = ""] = url.split("?");
  for (const { path: declared, handlers } of routes) {
    const pattern = declared.replaceAll(".", "\\.").replace(/\{(\w+)\}/g, "(?<$1>[^/]+)");
    const found = new RegExp(`^${pattern}$`).exec(pathname);
    const handler = handlers[method];
    if (!found || !handler) continue;
    const params = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
    return await handler(requestOf(incoming, outgoing), { params: Promise.resolve(Object.fromEntries(params)) });
  }
  return new Response(null, { status: 404 });
}

function requestOf(incoming: IncomingMessage, outgoing: ServerResponse): Request {
  const { method = "GET", url = "/" } = incoming;
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  const hasBody = method !== "GET" && method !== "HEAD";
  const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  return new Request(new URL(url, "http://localhost"), {
    method,
    headers,
    signal: gone.signal,
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" }),
  } as RequestInit);
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) outgoing.end();
  // Who leaves an event stream breaks the pipe: that is how it ends.
  else await pipeline(Readable.fromWeb(response.body as NodeReadableStream), outgoing).catch(() => undefined);
}
