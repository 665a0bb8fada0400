"use client";

import { Progress } from "@base-ui/react/progress";
import { cn } from "./class-names.ts";

export interface ProgressBarProps {
  label: string;
  /** Done so far, of `max`; null while nothing can be said. */
  value: number | null;
  max?: number;
  /** Read out in place of the percentage, e.g. “2 of 4 pictures”. */
  valueText?: string;
  className?: string;
}

export function ProgressBar({ label, value, max = 1, valueText, className }: ProgressBarProps) {
  return (
    <Progress.Root
      data-slot="progress-bar"
      aria-label={label}
      aria-valuetext={valueText}
      value={value}
      max={max}
      className={cn("w-full", className)}
    >
      <Progress.Track className="h-1 overflow-hidden rounded-full bg-surface-5">
        <Progress.Indicator className="rounded-full bg-accent transition-[width] data-indeterminate:w-full data-indeterminate:animate-breathe" />
      </Progress.Track>
    </Progress.Root>
  );
}
