import { ERROR_STATUS, type ErrorCode } from "#lib/base/error-codes.ts";
import { BacklotError } from "#lib/base/errors.ts";
import type { Problem } from "./problem.ts";

/**
 * The error that a problem answer tells of, its request id under `values.requestId`. Trusts nothing: what is no problem JSON, or has a
 * code of a newer version, becomes `internal`. No zod: it stands on the first load of a page.
 */
export function errorOfProblem(body: unknown): BacklotError {
  const { code, values, requestId } = (body ?? {}) as Partial<Problem>;
  const known = typeof code === "string" && Object.hasOwn(ERROR_STATUS, code) ? (code as ErrorCode) : "internal";
  return new BacklotError(known, { ...values, ...(typeof requestId === "string" ? { requestId } : {}) });
}
