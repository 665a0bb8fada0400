import path from "node:path";
import type { Clock } from "#lib/base/clock.ts";
import { lockFolder } from "#lib/db/folder-lock.ts";
import type { Engine } from "#lib/engine/engine.ts";
import { createGuardedFetch } from "#lib/net/guarded-fetch.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import type { Limits } from "./endpoint.ts";
import type { InputFetch } from "./fetch-input.ts";
import { openSandboxFiles } from "./files.ts";
import { newRequestId } from "./ids.ts";
import { errorAnswer } from "./json-answer.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { type Mishaps, noMishaps } from "./mishaps.ts";
import { openSandboxDatabase } from "./open-sandbox-database.ts";
import { RateLimit } from "./rate-limit.ts";
import { RenderQueue } from "./render-queue.ts";
import { route } from "./router.ts";
import type { SandboxLog, Service } from "./service.ts";
import { ServiceError } from "./service-error.ts";
import { createSigner } from "./signing.ts";
import { STORAGE_PATH, stampStorage } from "./storage-answer.ts";
import { keepSweeping } from "./sweep.ts";

/** Calls a second and key, of each of the task endpoints and of upload policies. */
const TASK_CALLS_PER_SECOND = 20;
const POLICIES_PER_SECOND = 100;

const nowhere: InputFetch = createGuardedFetch({ allowHosts: [] });
const silent: SandboxLog = { info: () => undefined, error: () => undefined };

export interface SandboxOptions {
  /** The sandbox's own folder: database, uploads, results. One process at a time may hold it. */
  dataDir: string;
  /** Not closed by the sandbox. */
  engine: Engine;
  clock: Clock;
  /** The one key that is accepted; without it every `sk-…` is, each an account of its own. */
  key?: string;
  /** Fetches inputs over http(s), guarded, capped and with a deadline. Nothing by default: inputs are then temporary uploads. */
  inputFetch?: InputFetch;
  /** Tasks of one key that run at the same time. */
  maxConcurrency?: number;
  /** For whoever tests a client: what shall go wrong in here. */
  mishaps?: (ledger: Ledger) => Mishaps;
  log?: SandboxLog;
}

/** A Wanx-compatible service below the path `/api/v1`. */
export interface Sandbox {
  /** Answers every request, errors included; never rejects. `hostHeader` is what addresses in answers name, else the request's own host. */
  handle(request: Request, hostHeader?: string): Promise<Response>;
  /** The same without a network, in the shape of the global fetch: any host does. Rejects only when the signal is aborted already. */
  fetch: typeof globalThis.fetch;
  ledger: Ledger;
  /** Stops rendering, leaves what is unfinished for the next start, and gives the folder back. */
  close(): Promise<void>;
}

/** Opens or makes the folder and takes up unfinished tasks. Throws a plain Error when another process holds the folder. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { dataDir, engine, clock, key, inputFetch = nowhere, log = silent } = options;
  const { maxConcurrency = LIMITS.runningTasks, mishaps = () => noMishaps } = options;
  const unlock = lockFolder(dataDir);
  const { db, files } = await openStores(dataDir).catch((error: unknown) => {
    unlock();
    throw error;
  });
  const signer = await createSigner(db);
  const ledger = createLedger(db, clock);
  const service: Service = { clock, db, files, signer, engine, inputFetch, ledger, mishaps: mishaps(ledger), log };
  const limits: Limits = {
    submit: new RateLimit(clock, LIMITS.submitsPerSecond),
    query: new RateLimit(clock, TASK_CALLS_PER_SECOND),
    list: new RateLimit(clock, TASK_CALLS_PER_SECOND),
    cancel: new RateLimit(clock, TASK_CALLS_PER_SECOND),
    policy: new RateLimit(clock, POLICIES_PER_SECOND),
  };
  const queue = new RenderQueue(service, maxConcurrency);
  await queue.resume();
  const stop = new AbortController();
  const sweeping = keepSweeping(service, stop.signal);

  const handle = async (request: Request, hostHeader?: string): Promise<Response> => {
    const arrivedAt = clock.now();
    const requestId = newRequestId();
    const url = new URL(request.url);
    const origin = `${url.protocol}//${isHost(hostHeader) ? hostHeader : url.host}`;
    const call = { service, limits, queue, request, url, origin, requestId, parameter: "" };
    const response = await route(call, key).catch((error: unknown) => {
      if (ServiceError.is(error)) return errorAnswer(error, requestId);
      log.error({ requestId, path: url.pathname, error: String(error) }, "request failed");
      return errorAnswer(new ServiceError("InternalError", undefined, { cause: error }), requestId);
    });
    const now = clock.now();
    if (url.pathname.startsWith(STORAGE_PATH)) stampStorage(response.headers, requestId, now - arrivedAt);
    else stamp(response.headers, requestId, arrivedAt, now);
    return response;
  };

  return {
    handle,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      return handle(request);
    },
    ledger,
    async close() {
      stop.abort();
      await queue.close();
      await sweeping;
      await db.destroy();
      unlock();
    },
  };
}

async function openStores(folder: string) {
  const files = await openSandboxFiles(folder);
  return { files, db: await openSandboxDatabase(path.join(folder, "sandbox.sqlite")) };
}

/** The gateway's headers, as recorded. */
function stamp(headers: Headers, requestId: string, arrivedAt: number, now: number): void {
  const costMs = String(Math.max(0, now - arrivedAt));
  headers.set("x-request-id", requestId);
  headers.set("req-cost-time", costMs);
  headers.set("req-arrive-time", String(arrivedAt));
  headers.set("resp-start-time", String(now));
  headers.set("x-envoy-upstream-service-time", costMs);
  headers.set("server", "istio-envoy");
}

/** What may stand in an address: a name or number with a port, or an IPv6 address in brackets. */
function isHost(host: string | undefined): host is string {
  return host !== undefined && /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(host);
}
