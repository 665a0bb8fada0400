import { ERROR_STATUS, type ErrorCode } from "./error-codes.ts";

const marker = Symbol.for("backlot.error");

/** What a message needs to name the field, the layer and the numbers; never bytes, never secrets. */
export type ErrorValues = Readonly<Record<string, string | number>>;

/**
 * An error that a user may read: a stable code and the values its message names. Text comes from `lib/i18n`.
 * Recognised by symbol, not by `instanceof`: Next loads this module more than once.
 */
export class BacklotError extends Error {
  readonly [marker] = true;
  readonly code: ErrorCode;
  readonly values: ErrorValues;

  constructor(code: ErrorCode, values: ErrorValues = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(values)}`, options);
    this.name = "BacklotError";
    this.code = code;
    this.values = values;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }

  static is(error: unknown): error is BacklotError {
    return typeof error === "object" && error !== null && marker in error;
  }
}
