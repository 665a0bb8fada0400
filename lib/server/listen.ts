import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { BacklotError } from "#lib/base/errors.ts";
import { isOwnHost } from "./origin.ts";
import { localeOf, problemBody } from "./problem-answer.ts";
import { type Refusal, refusalOf } from "./refuse-request.ts";
import { securityHeaders } from "./security-headers.ts";
import { StartRefused } from "./start-refused.ts";

export interface Pages {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>;
  dev: boolean;
}

export interface StudioServer {
  /** Until then every request is told to come back in a second: the port is taken before the slow part of the start. */
  serve(pages: Pages): void;
  /** Takes no new connection, ends the open ones (event streams too) and resolves when all are gone. */
  close(): Promise<void>;
}

export interface Address {
  host: string;
  port: number;
  /** Origin under which others may fetch inputs, and nothing else. */
  publicUrl?: string;
}

/** Who may ask, and what, is judged here, before Next sees anything: pages, API and static files alike. */
export async function listen({ host, port, publicUrl }: Address): Promise<StudioServer> {
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).host;
  let pages: Pages | undefined;

  const server = createServer((request, response) => {
    const dev = pages?.dev ?? false;
    for (const [name, value] of Object.entries(securityHeaders(dev))) response.setHeader(name, value);
    const refusal = refusalOf(request, { port, dev, publicHost });
    if (refusal) {
      refuse(request, response, refusal);
    } else if (pages === undefined) {
      response.writeHead(503, { "retry-after": "1", "content-type": "text/plain" }).end("Backlot is starting.\n");
    } else {
      pages.handle(request, response).catch((error: unknown) => response.destroy(error as Error));
    }
  });
  server.on("upgrade", (request, socket, head) => {
    if (pages === undefined || !isOwnHost(request.headers.host, port)) socket.destroy();
    else pages.upgrade(request, socket, head).catch((error: unknown) => socket.destroy(error as Error));
  });
  // A slow upload of a large picture is fine; a client that never finishes its headers is not.
  server.headersTimeout = 20_000;
  server.requestTimeout = 300_000;

  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const line =
        cause.code === "EADDRINUSE"
          ? `Port ${port} is in use. Set PORT to another one.`
          : `Cannot listen on ${host}:${port} (${cause.code}).`;
      reject(new StartRefused(line, { cause }));
    });
    server.listen(port, host, resolve);
  });

  return {
    serve(ready) {
      pages = ready;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function refuse(request: IncomingMessage, response: ServerResponse, { code, values, headers }: Refusal): void {
  const error = new BacklotError(code, values);
  const locale = localeOf(request.headers.cookie, request.headers["accept-language"]);
  response.writeHead(error.status, { ...headers, "content-type": "application/problem+json" });
  response.end(JSON.stringify(problemBody(error, locale)));
}
