import { errorAnswerSchema } from "#lib/wanx/contract/answers.ts";
import { errorEntry } from "#lib/wanx/contract/error-table.ts";
import { retryAfterMs } from "./retry-after.ts";
import { WanxError, type WanxOutcome } from "./wanx-error.ts";

/** A paid call makes something that costs money and has no key to recognise it by: whether it was carried out must not be guessed. */
export type Stake = "paid" | "free";

/** The one place that decides what a failed call means. First half: the call itself failed, there is no whole answer. */
export function failureToAnswer(
  cause: unknown,
  stake: Stake,
  seen: { status?: number; requestId?: string },
): WanxError {
  const outcome = seen.status === undefined && isBeforeSending(cause) ? "not-sent" : "ambiguous";
  const message = deepest(cause);
  const isRetryable = !isRefusedHere(cause) && (outcome === "not-sent" || stake === "free");
  return new WanxError({ ...seen, outcome, message, isRetryable }, { cause });
}

export interface Answer {
  status: number;
  headers: Headers;
  body: Uint8Array;
}

/** Second half: a whole answer that is not the one that was hoped for, either not 2xx or not readable as what it should be. */
export function failureInAnswer(answer: Answer, stake: Stake, redact: (text: string) => string): WanxError {
  const { status } = answer;
  const { code, message, requestId } = readError(answer);
  const outcome = outcomeOfStatus(status, code);
  return new WanxError({
    outcome,
    code,
    status,
    requestId,
    message: redact(message ?? `the answer of HTTP status ${status} cannot be read`),
    isRetryable: outcome === "rejected" ? mayRepeat(status, code, message) : stake === "free" && isPassing(status),
    retryAfterMs: retryAfterMs(answer.headers),
  });
}

/**
 * A refusal is a 4xx that upstream itself wrote, known by its code, or one of two that a gateway sends without one before it
 * lets anything through. A 5xx says nothing about what was done, nor does an answer from somebody in between.
 */
function outcomeOfStatus(status: number, code: string | undefined): WanxOutcome {
  if (status === 413 || status === 429) return "rejected";
  const isRefusal = status >= 400 && status < 500 && status !== 408;
  return isRefusal && code !== undefined ? "rejected" : "ambiguous";
}

/** One code for a quota that fills up again within a minute and for a free one that does not; only the words differ. */
const USED_UP = /^free allocated quota/i;

function mayRepeat(status: number, code: string | undefined, message = ""): boolean {
  if (code === "Throttling.AllocationQuota" && USED_UP.test(message)) return false;
  return (code === undefined ? undefined : errorEntry(code)?.again) ?? status === 429;
}

function isPassing(status: number): boolean {
  return status < 300 || status === 408 || status >= 500;
}

function readError({ headers, body }: Answer): { code?: string; message?: string; requestId?: string } {
  const parsed = errorAnswerSchema.safeParse(parseJson(body));
  const { code, message, request_id } = parsed.success ? parsed.data : {};
  return {
    code: code || undefined,
    message: message || undefined,
    requestId: request_id || headers.get("x-request-id") || undefined,
  };
}

/** Undefined for what is no JSON. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

/** System calls and codes of Node and undici that fail while the connection is made, when not one byte of the request has left. */
const CONNECTING_CALLS = new Set(["connect", "getaddrinfo"]);
const CONNECTING_CODES = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "ERR_SSL_WRONG_VERSION_NUMBER",
  "ERR_SSL_PACKET_LENGTH_TOO_LONG",
  "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION",
  "ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE",
]);

/** What the `fetch` that was handed in says of an address that it does not ask; it will not ask it the next time either. */
const REFUSED_HERE = "ERR_REQUEST_REFUSED";

function isRefusedHere(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (error as NodeJS.ErrnoException).code === REFUSED_HERE || isRefusedHere(error.cause);
}

/** fetch wraps the reason in `cause`; with several addresses tried it is an AggregateError, and all of them must have failed so. */
function isBeforeSending(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isBeforeSending);
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === REFUSED_HERE || CONNECTING_CODES.has(code ?? "") || CONNECTING_CALLS.has(syscall ?? "")) return true;
  return error.cause !== undefined && isBeforeSending(error.cause);
}

function deepest(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return deepest(error.cause);
  return error.message || (error as NodeJS.ErrnoException).code || error.name;
}
