"use client";

import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { CopyText } from "./copy-text.tsx";
import { useErrorText } from "./use-error-text.ts";

export interface ErrorNoteProps {
  title: ReactNode;
  error: unknown;
  onRetry?(): void;
  className?: string;
}

/** What happened, what to do, the request id to copy, and the way to try again. */
export function ErrorNote({ title, error, onRetry, className }: ErrorNoteProps) {
  const t = useTranslations("shell");
  const { text, requestId } = useErrorText()(error);
  return (
    <div role="alert" className={cn("flex items-start gap-2.5 p-3 text-sm", className)}>
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="flex min-w-0 flex-col items-start gap-1">
        <p className="font-medium">{title}</p>
        <p className="text-pretty text-muted text-xs">{text}</p>
        {requestId ? <CopyText label={t("requestId")} text={requestId} /> : null}
        {onRetry ? (
          <Button className="mt-1" onClick={onRetry}>
            {t("retry")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
