import { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent, type RequestInit as UndiciRequest, fetch as undiciFetch } from "undici";
import { guardedConnect } from "./guarded-connect.ts";
import { createReach, type ReachOptions } from "./reach.ts";
import { AnswerTooLong, RequestRefused } from "./request-refused.ts";

const MAX_REDIRECTS = 3;
const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;
const DEFAULT_DEADLINE_MS = 120_000;

export interface GuardedFetchOptions extends ReachOptions {
  /** Of one answer, once it is unpacked. */
  maxBytes?: number;
  /** From the call to the last byte of the answer, redirects included. */
  deadlineMs?: number;
  /** How a name becomes addresses; the system's way when left out. */
  lookup?: LookupFunction;
}

/**
 * The global fetch for addresses that come from outside: what leads to this machine or a private network is not asked, at no hop.
 * At most three redirects are followed, none of them from https to http and none of a request with a body.
 * Rejects with RequestRefused; the stream of an answer that is too long or too late breaks.
 */
export function createGuardedFetch(options: GuardedFetchOptions = {}): typeof globalThis.fetch {
  const { maxBytes = DEFAULT_MAX_BYTES, deadlineMs = DEFAULT_DEADLINE_MS, lookup = systemLookup } = options;
  const reach = createReach(options);
  const dispatcher = new Agent({ connect: guardedConnect(reach, lookup), allowH2: false });

  return async (input, init) => {
    let url = new URL(input instanceof Request ? input.url : input);
    reach.check(url);
    const request = new Request(input, init);
    // undici knows only its own forms and blobs, not those of the platform: it gets the bytes.
    const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(deadlineMs)]);
    const headers = new Headers(request.headers);

    for (let redirects = 0; ; redirects += 1) {
      const sent: UndiciRequest = {
        method: request.method,
        headers: [...headers],
        body,
        signal,
        redirect: "manual",
        dispatcher,
      };
      const response = await undiciFetch(url, sent).catch(throwRefusal);
      const location = isRedirect(response.status) ? response.headers.get("location") : null;
      if (location === null || request.redirect === "manual") return guardedAnswer(response, maxBytes);

      await response.body?.cancel();
      if (request.redirect === "error" || body !== undefined || !["GET", "HEAD"].includes(request.method)) {
        throw new RequestRefused(`${url.host} redirects, which is not followed here`);
      }
      if (redirects === MAX_REDIRECTS) throw new RequestRefused(`${url.host} redirects once too often`);
      const next = nextHop(url, location);
      reach.check(next);
      if (next.origin !== url.origin) keepHarmless(headers);
      url = next;
    }
  };
}

/** A refusal of the connection comes wrapped in `fetch failed`. */
function throwRefusal(error: unknown): never {
  throw error instanceof Error && error.cause instanceof RequestRefused ? error.cause : error;
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function nextHop(url: URL, location: string): URL {
  if (!URL.canParse(location, url)) throw new RequestRefused(`${url.host} redirects to what is no address`);
  const next = new URL(location, url);
  if (url.protocol === "https:" && next.protocol === "http:") {
    throw new RequestRefused(`${url.host} redirects from https to http`);
  }
  return next;
}

/** All that another host than the one that was meant may be told. */
const HARMLESS = ["accept", "accept-language", "range", "user-agent"];

function keepHarmless(headers: Headers): void {
  for (const name of [...headers.keys()]) if (!HARMLESS.includes(name)) headers.delete(name);
}

/** As an answer of the platform's own, whose stream breaks behind `maxBytes`. */
async function guardedAnswer(
  { status, statusText, headers, body }: Awaited<ReturnType<typeof undiciFetch>>,
  maxBytes: number,
): Promise<Response> {
  if (Number(headers.get("content-length") ?? 0) > maxBytes) {
    await body?.cancel();
    throw new AnswerTooLong(`the answer announces more than ${maxBytes} bytes`);
  }
  let sizeBytes = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > maxBytes) controller.error(new AnswerTooLong(`the answer has more than ${maxBytes} bytes`));
      else controller.enqueue(chunk);
    },
  });
  const counted = body && (body as ReadableStream<Uint8Array>).pipeThrough(counter);
  return new Response(counted, { status, statusText, headers: [...headers] });
}
