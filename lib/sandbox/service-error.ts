import { ERROR_TABLE, type WanxCode } from "#lib/wanx/contract/error-table.ts";

const marker = Symbol.for("backlot.sandbox.service-error");

/** A refusal of a call, or the end of a task that FAILED; in the service's own codes and words. */
export class ServiceError extends Error {
  readonly [marker] = true;
  readonly code: WanxCode;

  /** Without a message: the typical one of the code. */
  constructor(code: WanxCode, message: string = ERROR_TABLE[code].message, options?: ErrorOptions) {
    super(message, options);
    this.name = "ServiceError";
    this.code = code;
  }

  /** HTTP status when it refuses a call. */
  get status(): number {
    return ERROR_TABLE[this.code].status ?? 500;
  }

  static is(error: unknown): error is ServiceError {
    return typeof error === "object" && error !== null && marker in error;
  }
}
