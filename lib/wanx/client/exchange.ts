import type { Clock } from "#lib/base/clock.ts";
import { type Answer, failureInAnswer, failureToAnswer, type Stake } from "./classify.ts";
import { WanxError } from "./wanx-error.ts";

export interface Wire {
  fetch: typeof globalThis.fetch;
  clock: Clock;
  /** Takes secrets out of words that upstream wrote: they are shown, stored and logged. */
  redact(text: string): string;
}

export interface ExchangeLimits {
  stake: Stake;
  /** From the call to the last byte of the answer. */
  deadlineMs: number;
  maxBytes: number;
  /** An answer that brings less than this in any such stretch of time is given up: another try is quicker. */
  slowest?: { bytes: number; perMs: number };
  signal?: AbortSignal;
}

/**
 * One request, one whole 2xx answer, no second try, no redirect followed. Rejects with WanxError at the deadline and on abort at
 * once, also when `fetch` does not heed its signal.
 */
export async function exchange(wire: Wire, url: string, init: RequestInit, limits: ExchangeLimits): Promise<Answer> {
  const { stake, deadlineMs, slowest, signal } = limits;
  if (signal?.aborted) {
    const message = "stopped before it was sent";
    throw new WanxError({ outcome: "not-sent", message, isRetryable: true }, { cause: signal.reason });
  }
  const stop = new AbortController();
  const timer = new AbortController();
  const onAbort = () => stop.abort(signal?.reason);
  signal?.addEventListener("abort", onAbort, { once: true });
  wire.clock.sleep(deadlineMs, timer.signal).then(
    () => stop.abort(new Error(`no whole answer within ${deadlineMs} ms`)),
    () => undefined,
  );
  const received = { bytes: 0 };
  if (slowest) {
    watchRate(wire.clock, received, slowest, timer.signal).then(
      (sizeBytes) => stop.abort(new Error(`only ${sizeBytes} bytes within ${slowest.perMs} ms`)),
      () => undefined,
    );
  }
  const stopped = new Promise<never>((_, reject) => {
    stop.signal.addEventListener("abort", () => reject(stop.signal.reason), { once: true });
  });

  const seen: { status?: number; requestId?: string } = {};
  const send = async (): Promise<Answer> => {
    const response = await wire.fetch(url, { ...init, redirect: "manual", signal: stop.signal });
    seen.status = response.status;
    seen.requestId = response.headers.get("x-request-id") ?? undefined;
    const body = await readAll(response, limits.maxBytes, received);
    return { status: response.status, headers: response.headers, body };
  };
  try {
    const answer = await Promise.race([send(), stopped]);
    if (answer.status < 200 || answer.status > 299) throw failureInAnswer(answer, stake, wire.redact);
    return answer;
  } catch (cause) {
    throw WanxError.is(cause) ? cause : failureToAnswer(cause, stake, seen);
  } finally {
    timer.abort();
    signal?.removeEventListener("abort", onAbort);
  }
}

/** Resolves with what came in a stretch of time that brought too little; rejects when `signal` is aborted. */
async function watchRate(
  clock: Clock,
  received: { readonly bytes: number },
  slowest: { bytes: number; perMs: number },
  signal: AbortSignal,
): Promise<number> {
  for (;;) {
    const before = received.bytes;
    await clock.sleep(slowest.perMs, signal);
    const sizeBytes = received.bytes - before;
    if (sizeBytes < slowest.bytes) return sizeBytes;
  }
}

/** `received` counts along. */
async function readAll(response: Response, maxBytes: number, received: { bytes: number }): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  if (response.body) {
    for await (const chunk of response.body) {
      received.bytes += chunk.length;
      if (received.bytes > maxBytes) throw new Error(`the answer has more than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
  }
  const size = received.bytes;
  // With a content-encoding the length that was announced is that of the packed bytes.
  const announced = response.headers.get("content-length");
  if (announced !== null && !response.headers.has("content-encoding") && Number(announced) !== size) {
    throw new Error(`the answer has ${size} bytes, ${announced} were announced`);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}
