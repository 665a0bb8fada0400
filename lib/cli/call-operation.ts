import type { z } from "zod";
import { IDEMPOTENCY_KEY_HEADER } from "#lib/api/idempotency-headers.ts";
import type { Operation } from "#lib/api/operation.ts";
import { problemSchema } from "#lib/api/problem.ts";
import { errorOfProblem } from "#lib/api/problem-error.ts";
import type { Clock } from "#lib/base/clock.ts";
import { newId } from "#lib/base/ids.ts";
import { StudioUnreachable } from "./studio.ts";

export interface StudioAddress {
  /** Without a slash at its end. */
  url: string;
  fetch: typeof globalThis.fetch;
  clock: Clock;
}

/** What goes along: values for the `{names}` of the path, for the query, and a body. */
export interface CallInput {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  body?: object | Uint8Array;
}

export interface Patience {
  /** For one answer. */
  limitMs: number;
  /** How long to wait before each repetition. */
  retryMs: readonly number[];
}

/** A picture may be large and its address slow; a studio that is started anew is back after the last try. */
const WORKING: Patience = { limitMs: 180_000, retryMs: [500, 2_000, 8_000] };
/** Is anybody there at all? */
export const GREETING: Patience = { limitMs: 10_000, retryMs: [] };

type AnswerOf<Declared extends Operation> = Declared["answer"] extends { kind: "json"; schema: infer Schema }
  ? Schema extends z.ZodType
    ? z.output<Schema>
    : never
  : Uint8Array;

export type CallOperation = <const Declared extends Operation>(
  operation: Declared,
  input?: CallInput,
  patience?: Patience,
) => Promise<AnswerOf<Declared>>;

/**
 * Calls what a studio's API declares and reads the answer by the declaration. After a broken connection what reads is sent again, and
 * what makes something too: under one key, so that it stays one order. Throws BacklotError for a problem, StudioUnreachable without an
 * answer or for one of another shape.
 */
export function createOperationCaller(studio: StudioAddress): CallOperation {
  return async (operation, input = {}, patience = WORKING) => {
    const { ok, bytes } = await answerOf(studio, operation, input, patience);
    type Answer = AnswerOf<typeof operation>;
    if (ok && operation.answer.kind === "file") return bytes as Answer;
    const body = jsonOf(bytes);
    if (!ok && problemSchema.safeParse(body).success) throw errorOfProblem(body);
    const parsed = operation.answer.kind === "json" ? operation.answer.schema.safeParse(body) : undefined;
    if (!ok || !parsed?.success) throw new StudioUnreachable(studio.url, "notBacklot", { cause: parsed?.error });
    return parsed.data as Answer;
  };
}

interface RawAnswer {
  ok: boolean;
  bytes: Uint8Array;
}

async function answerOf(
  studio: StudioAddress,
  operation: Operation,
  input: CallInput,
  { limitMs, retryMs }: Patience,
): Promise<RawAnswer> {
  const request = requestOf(operation, input);
  const isRepeatable = operation.method === "GET" || operation.creates === true;
  for (const waitMs of isRepeatable ? retryMs : []) {
    try {
      return await send(studio, pathOf(operation, input), request, limitMs);
    } catch {
      await studio.clock.sleep(waitMs);
    }
  }
  return await send(studio, pathOf(operation, input), request, limitMs);
}

async function send(
  { url, fetch }: StudioAddress,
  path: string,
  request: RequestInit,
  limitMs: number,
): Promise<RawAnswer> {
  try {
    const response = await fetch(url + path, { ...request, signal: AbortSignal.timeout(limitMs) });
    const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json") ?? false;
    // A studio that is starting, or a proxy before one that is not there.
    if ([502, 503, 504].includes(response.status) && !isProblem) throw new Error(`HTTP ${response.status}`);
    return { ok: response.ok, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch (cause) {
    throw new StudioUnreachable(url, "unreachable", { cause });
  }
}

function requestOf({ method, creates }: Operation, { body }: CallInput): RequestInit {
  const isFile = body instanceof Uint8Array;
  return {
    method,
    headers: {
      ...(body && { "content-type": isFile ? "application/octet-stream" : "application/json" }),
      ...(creates && { [IDEMPOTENCY_KEY_HEADER]: newId("command") }),
    },
    body: isFile ? new Uint8Array(body) : body && JSON.stringify(body),
  };
}

function pathOf({ path }: Operation, { params = {}, query = {} }: CallInput): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const search = new URLSearchParams(query).toString();
  return search ? `${filled}?${search}` : filled;
}

/** Undefined for what is not JSON: a proxy's page, or no Backlot at all. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
