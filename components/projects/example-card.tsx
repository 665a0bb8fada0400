"use client";

import { ArrowRight, LoaderCircle } from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "#components/ui/class-names.ts";
import type { ExampleName } from "#lib/api/example-names.ts";

export interface ExampleCardProps {
  name: ExampleName;
  /** The picture above the text and large, for a page that has nothing else to show. */
  isLarge: boolean;
  busy: boolean;
  disabled: boolean;
  onOpen(): void;
}

export function ExampleCard({ name, isLarge, busy, disabled, onOpen }: ExampleCardProps) {
  const t = useTranslations("projects.examples");
  return (
    <li>
      <button
        type="button"
        data-slot="example-card"
        data-example={name}
        disabled={disabled}
        aria-busy={busy || undefined}
        onClick={onOpen}
        className={cn(
          "focus-ring group flex w-full items-stretch overflow-hidden rounded-md bg-surface-2 text-left ring-1 ring-hairline transition-shadow hover:ring-control-edge disabled:opacity-60",
          isLarge && "h-full flex-col",
        )}
      >
        <img
          src={`/examples/${name}-cover.webp`}
          alt=""
          width={720}
          height={720}
          className={cn("block aspect-square shrink-0 bg-surround object-cover", isLarge ? "w-full" : "w-32 sm:w-36")}
        />
        <span className="flex min-w-0 flex-1 gap-2 p-3">
          <span className="flex min-w-0 flex-1 flex-col gap-1">
            <span className="font-medium text-sm">{t(`${name}.name`)}</span>
            <span className="text-pretty text-muted text-xs">{t(`${name}.text`)}</span>
          </span>
          <span className="self-end text-muted transition-colors group-hover:text-ink [&_svg]:size-4">
            {busy ? <LoaderCircle aria-hidden className="animate-turn" /> : <ArrowRight aria-hidden />}
          </span>
        </span>
      </button>
    </li>
  );
}
