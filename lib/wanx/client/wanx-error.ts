const marker = Symbol.for("backlot.wanx-error");

/**
 * `not-sent`: upstream never saw the call. `rejected`: upstream refused it, nothing came of it.
 * `ambiguous`: it may or may not have been carried out; nobody can tell from this side.
 */
export type WanxOutcome = "not-sent" | "rejected" | "ambiguous";

export interface WanxFailure {
  outcome: WanxOutcome;
  /** Upstream's code, word for word; undefined where there was no answer or none in it. */
  code?: string;
  /** HTTP status; undefined where there was no answer. */
  status?: number;
  /** Upstream's name for the call, when any of the answer was seen. */
  requestId?: string;
  /** Upstream's words, or ours where it had none. */
  message: string;
  /** Whether the same call may be made again by itself after a pause. Never for a submission whose outcome is ambiguous. */
  isRetryable: boolean;
  /** For how long upstream asks to be left alone, when it says. */
  retryAfterMs?: number;
}

/** What every call of the client rejects with. Recognised by symbol, not by `instanceof`: Next loads this module more than once. */
export class WanxError extends Error {
  readonly [marker] = true;
  readonly outcome: WanxOutcome;
  readonly code: string | undefined;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly isRetryable: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(failure: WanxFailure, options?: ErrorOptions) {
    const { outcome, code, status, requestId, message, isRetryable, retryAfterMs } = failure;
    super(message, options);
    this.name = "WanxError";
    this.outcome = outcome;
    this.code = code;
    this.status = status;
    this.requestId = requestId;
    this.isRetryable = isRetryable;
    this.retryAfterMs = retryAfterMs;
  }

  static is(error: unknown): error is WanxError {
    return typeof error === "object" && error !== null && marker in error;
  }
}
