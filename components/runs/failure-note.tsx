"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { CopyText } from "#components/shell/copy-text.tsx";
import type { FailureView } from "#lib/api/run-view.ts";
import { useFailureText } from "./use-failure-text.ts";

/** Why there are no pictures, with upstream's request id to copy. */
export function FailureNote({ failure }: { failure: FailureView }) {
  const t = useTranslations("shell");
  const text = useFailureText()(failure);
  return (
    <div className="flex h-18 w-96 flex-col justify-between gap-1 rounded-sm bg-surface-3 px-2 py-1.5">
      <p className="flex min-h-0 gap-1.5 text-xs leading-snug">
        <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0 text-danger" />
        <span className="line-clamp-2" title={text}>
          {text}
        </span>
      </p>
      {failure.requestId ? <CopyText label={t("requestId")} text={failure.requestId} /> : null}
    </div>
  );
}
