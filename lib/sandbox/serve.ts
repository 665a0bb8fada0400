import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "#lib/base/clock.ts";
import { adminAnswer } from "./admin.ts";
import type { Sandbox } from "./create-sandbox.ts";
import { deliver } from "./deliver.ts";
import { type Delivery, disturbedAnswer } from "./disturbed-answer.ts";
import type { Faults } from "./faults.ts";

export interface ServedSandbox {
  /** `http://127.0.0.1:8787` */
  origin: string;
  /** Takes no new connection and ends the open ones. */
  close(): Promise<void>;
}

interface Parts {
  sandbox: Sandbox;
  faults: Faults;
  clock: Clock;
}

/**
 * Puts a sandbox on a port of its own, with the calls that plan its faults and read its ledger; port 0 takes a free one.
 * Rejects with Node's error when it cannot listen.
 */
export async function serveSandbox(
  parts: Parts,
  { port, host }: { port: number; host: string },
): Promise<ServedSandbox> {
  const server = createServer((request, response) => {
    answer(parts, request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await listen(server, port, host);
  const { port: takenPort } = server.address() as AddressInfo;
  return {
    origin: `http://${host.includes(":") ? `[${host}]` : host}:${takenPort}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

async function answer(parts: Parts, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const chunks: Chunks = incoming.iterator({ destroyOnReturn: false });
  const request = requestOf(incoming, chunks);
  if (request) {
    await deliver(await deliveryOf(parts, request, incoming.headers.host), outgoing, parts.clock);
  } else {
    outgoing.writeHead(400).end();
  }
  // A refusal may come before the body was read; what is left must go by, or the connection's next request never starts.
  await chunks.return?.();
  incoming.resume();
}

async function deliveryOf(parts: Parts, request: Request, hostHeader: string | undefined): Promise<Delivery> {
  const { sandbox, faults } = parts;
  const response = await adminAnswer(request, faults, sandbox.ledger);
  return response ? { response } : disturbedAnswer(parts, request, hostHeader);
}

type Chunks = NodeJS.AsyncIterator<Uint8Array>;

/** Undefined for a target that is no path, such as `OPTIONS *`. */
function requestOf(incoming: IncomingMessage, chunks: Chunks): Request | undefined {
  const target = incoming.url ?? "";
  if (!target.startsWith("/")) return undefined;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === "string") headers.set(name, value);
  }
  const hasBody = incoming.method !== "GET" && incoming.method !== "HEAD";
  return new Request(`http://localhost${target}`, {
    method: incoming.method,
    headers,
    ...(hasBody && { body: bodyOf(chunks), duplex: "half" }),
  });
}

/** Reads only what is asked for, so that a body that is refused early is never held in memory. */
function bodyOf(chunks: Chunks): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await chunks.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
    },
    { highWaterMark: 0 },
  );
}
