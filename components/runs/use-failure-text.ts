"use client";

import { useCallback } from "react";
import { useLocale, useMessages } from "use-intl";
import type { FailureView } from "#lib/api/run-view.ts";
import { formatErrorText } from "#lib/i18n/error-text.ts";

/** Why a generation failed, in the reader's words around what upstream said. */
export function useFailureText(): (failure: FailureView) => string {
  const locale = useLocale();
  const { errors } = useMessages();
  return useCallback(
    ({ code, upstreamMessage, upstreamCode }) =>
      formatErrorText(errors ?? {}, locale, code, {
        ...(upstreamMessage && { message: upstreamMessage }),
        ...(upstreamCode && { upstreamCode }),
      }),
    [errors, locale],
  );
}
