import type { z } from "zod";
import { IDEMPOTENCY_KEY_HEADER } from "#lib/api/idempotency-headers.ts";
import { errorOfProblem } from "#lib/api/problem-error.ts";
import { BacklotError } from "#lib/base/errors.ts";

export interface HttpRequest {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is, with its own media type. */
  body?: Blob;
  /**
   * Of a request that creates something: the studio answers it twice alike and makes it once. Without an answer it is sent a second
   * time, because the answer may be what was lost.
   */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** The request outlives the page. Browsers grant that up to 64 KB of body; a larger one is sent without the promise. */
  keepalive?: boolean;
}

const KEEPALIVE_LIMIT_BYTES = 60_000;

/** Loaded when first used, beside the request: zod stays off the first load of a page. */
export type SchemaLoader<T> = () => Promise<z.ZodType<T>>;

/**
 * Asks the studio's own API and parses what it answers. Throws BacklotError: what the problem JSON says (its request id under
 * `values.requestId`), `studio/unreachable` without an answer, `internal` for an answer of another shape.
 */
export async function requestJson<T>(path: string, loadSchema: SchemaLoader<T>, request: HttpRequest = {}): Promise<T> {
  const [schema, response] = await Promise.all([loadSchema(), send(path, request)]);
  if (!response.ok) throw errorOfProblem(await readJson(response));
  const parsed = schema.safeParse(await readJson(response));
  if (!parsed.success) throw new BacklotError("internal", { path }, { cause: parsed.error });
  return parsed.data;
}

/** The same for answers without a body. */
export async function requestNothing(path: string, request: HttpRequest = {}): Promise<void> {
  const response = await send(path, request);
  if (!response.ok) throw errorOfProblem(await readJson(response));
}

async function send(path: string, request: HttpRequest): Promise<Response> {
  const { idempotencyKey, signal } = request;
  const init = initOf(request);
  try {
    return await fetch(path, init).catch((cause: unknown) => {
      if (idempotencyKey === undefined || signal?.aborted) throw cause;
      return fetch(path, init);
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new BacklotError("studio/unreachable", {}, { cause });
  }
}

function initOf(request: HttpRequest): RequestInit {
  const { method = "GET", json, idempotencyKey, signal } = request;
  const body = json === undefined ? request.body : JSON.stringify(json);
  return {
    method,
    signal,
    keepalive: request.keepalive === true && byteLength(body) <= KEEPALIVE_LIMIT_BYTES,
    headers: {
      accept: "application/json",
      ...(json !== undefined && { "content-type": "application/json" }),
      ...(idempotencyKey !== undefined && { [IDEMPOTENCY_KEY_HEADER]: idempotencyKey }),
    },
    body,
  };
}

function byteLength(body: string | Blob | undefined): number {
  return body === undefined ? 0 : new Blob([body]).size;
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new BacklotError("internal", { status: response.status }, { cause });
  }
}
