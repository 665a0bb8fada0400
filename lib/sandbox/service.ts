import type { Clock } from "#lib/base/clock.ts";
import type { Engine } from "#lib/engine/engine.ts";
import type { Account } from "./account.ts";
import type { InputFetch } from "./fetch-input.ts";
import type { SandboxFiles } from "./files.ts";
import type { Ledger } from "./ledger.ts";
import type { Mishaps } from "./mishaps.ts";
import type { RateLimit } from "./rate-limit.ts";
import type { RenderQueue } from "./render-queue.ts";
import type { Executor } from "./sandbox-schema.ts";
import type { Signer } from "./signing.ts";

/** Fields first, then the words. Pino fits. */
export type SandboxLog = Record<"info" | "error", (fields: object, message: string) => void>;

/** What every part of one sandbox shares. */
export interface Service {
  clock: Clock;
  db: Executor;
  files: SandboxFiles;
  signer: Signer;
  engine: Engine;
  inputFetch: InputFetch;
  ledger: Ledger;
  mishaps: Mishaps;
  log: SandboxLog;
}

export interface Limits {
  submit: RateLimit;
  query: RateLimit;
  list: RateLimit;
  cancel: RateLimit;
  policy: RateLimit;
}

/** One request on its way through the service. */
export interface Call {
  service: Service;
  limits: Limits;
  queue: RenderQueue;
  request: Request;
  url: URL;
  /** `http://host:port` as the client wrote it: what absolute addresses in answers begin with. */
  origin: string;
  requestId: string;
  /** What stands in the path where the route has a place for it. */
  parameter: string;
}

/** An endpoint answers, or throws a `ServiceError`. */
export type OpenEndpoint = (call: Call) => Promise<Response>;
/** An endpoint that needs an API key. */
export type KeyedEndpoint = (call: Call, account: Account) => Promise<Response>;
