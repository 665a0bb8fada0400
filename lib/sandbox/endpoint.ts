import type { Account } from "./account.ts";
import type { RateLimit } from "./rate-limit.ts";
import type { RenderQueue } from "./render-queue.ts";
import type { Service } from "./service.ts";

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
