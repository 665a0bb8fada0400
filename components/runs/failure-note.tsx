"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import type { FailureView } from "#lib/api/run-view.ts";
import { FailureDetails } from "./failure-details.tsx";
import { useFailureLayers } from "./failure-layers.ts";
import { useFailureWords } from "./use-failure-words.ts";

/** Why there are no pictures: at which layer, what it means, what to do; upstream's own words on demand. */
export function FailureNote({ failure }: { failure: FailureView }) {
  const t = useTranslations("runs.failure");
  const { title, meaning, remedy } = useFailureWords()(failure);
  const layers = useFailureLayers(failure.reading);
  return (
    <div
      data-slot="failure"
      className="flex h-18 w-108 flex-col justify-between rounded-sm bg-surface-3 px-2 py-1 max-sm:w-80"
    >
      <p className="flex min-h-0 gap-1.5 text-xs leading-snug">
        <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0 text-danger" />
        <span className="line-clamp-2" title={`${meaning} ${remedy}`}>
          <span className="font-medium">{layers?.names || title}</span> <span className="text-muted">{meaning}</span>{" "}
          {remedy}
        </span>
      </p>
      <div className="flex gap-1 pl-3">
        {layers?.actions}
        <Popover
          side="top"
          className="w-96"
          trigger={
            <Button variant="quiet" className="h-6">
              {t("details")}
            </Button>
          }
        >
          <FailureDetails failure={failure} />
        </Popover>
      </div>
    </div>
  );
}
