import type { FailureView } from "#lib/api/run-view.ts";
import type { ErrorCode } from "#lib/base/error-codes.ts";
import { BacklotError } from "#lib/base/errors.ts";
import { WanxError } from "#lib/wanx/client/wanx-error.ts";

/** What went wrong, in a form that can be kept and shown. Upstream's words stay word for word. */
export function failureOf(error: unknown): FailureView {
  if (WanxError.is(error)) {
    const code = error.outcome === "rejected" ? "upstream/rejected" : "upstream/unreachable";
    return upstreamFailure(code, { code: error.code, message: error.message, requestId: error.requestId });
  }
  return { code: BacklotError.is(error) ? error.code : "internal" };
}

export function upstreamFailure(
  code: ErrorCode,
  said: { code?: string | null; message?: string | null; requestId?: string | null },
): FailureView {
  return {
    code,
    ...(said.code && { upstreamCode: said.code }),
    ...(said.message && { upstreamMessage: said.message }),
    ...(said.requestId && { requestId: said.requestId }),
  };
}
