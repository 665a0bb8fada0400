"use client";

import { useTranslations } from "use-intl";
import { CopyText } from "#components/shell/copy-text.tsx";
import type { FailureView } from "#lib/api/run-view.ts";
import { useFailureLayers } from "./failure-layers.ts";
import { useFailureWords } from "./use-failure-words.ts";

/** A failure at full length: what happened and where, what it means, what to do, and what upstream said word for word. `title`: what happened, where that is more than where. */
export function FailureDetails({ failure, title }: { failure: FailureView; title?: string }) {
  const t = useTranslations("runs.failure");
  const { title: place, meaning, remedy } = useFailureWords()(failure);
  const layers = useFailureLayers(failure.reading);
  const { upstreamCode, upstreamMessage, requestId } = failure;
  return (
    <div className="flex flex-col gap-2.5 text-xs">
      <div className="flex flex-col gap-1">
        <p className="font-medium text-sm">{title ?? place}</p>
        {layers?.names ? <p>{t("about", { names: layers.names })}</p> : null}
        <p className="text-pretty text-muted">{meaning}</p>
        <p className="text-pretty">{remedy}</p>
      </div>
      {layers?.actions ? <div className="flex flex-wrap gap-1">{layers.actions}</div> : null}
      {upstreamCode || upstreamMessage ? (
        <div className="flex flex-col gap-1 border-hairline border-t pt-2.5 text-muted">
          <p>{t("said")}</p>
          <blockquote
            lang="en"
            className="wrap-anywhere max-h-40 overflow-y-auto rounded-sm bg-surface-3 p-2 font-mono"
          >
            {upstreamCode ? <p className="text-ink">{upstreamCode}</p> : null}
            {upstreamMessage}
          </blockquote>
        </div>
      ) : null}
      {requestId ? <CopyText label={t("requestId")} text={requestId} /> : null}
    </div>
  );
}
