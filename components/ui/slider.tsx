"use client";

import { Slider as BaseSlider } from "@base-ui/react/slider";
import type { ReactNode } from "react";
import { cn } from "./class-names.ts";

export interface SliderProps {
  /** The accessible name, where no Field around it gives one. */
  label?: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  /** While dragging, with every step. */
  onValueChange(value: number): void;
  /** Once, when it is let go. */
  onValueCommit?(value: number): void;
  disabled?: boolean;
  /** What the two ends mean, e.g. “text” and “image”. */
  startLabel?: ReactNode;
  endLabel?: ReactNode;
  className?: string;
}

export function Slider({
  label,
  value,
  min,
  max,
  step = 1,
  onValueChange,
  onValueCommit,
  disabled,
  startLabel,
  endLabel,
  className,
}: SliderProps) {
  return (
    <BaseSlider.Root
      data-slot="slider"
      value={value}
      min={min}
      max={max}
      step={step}
      largeStep={Math.max(step, (max - min) / 10)}
      disabled={disabled}
      onValueChange={(next) => onValueChange(next)}
      onValueCommitted={(next) => onValueCommit?.(next)}
      className={cn("flex h-7 w-full min-w-0 items-center gap-2 text-muted text-xs", className)}
    >
      {startLabel ? <span aria-hidden>{startLabel}</span> : null}
      <BaseSlider.Control className="flex h-full flex-1 touch-none select-none items-center data-disabled:opacity-45">
        <BaseSlider.Track className="h-1 w-full rounded-full bg-surface-5">
          <BaseSlider.Indicator className="rounded-full bg-muted" />
          <BaseSlider.Thumb
            aria-label={label}
            className="size-3.5 rounded-full border border-control-edge bg-ink outline-2 outline-transparent outline-offset-2 has-[:focus-visible]:outline-focus"
          />
        </BaseSlider.Track>
      </BaseSlider.Control>
      {endLabel ? <span aria-hidden>{endLabel}</span> : null}
    </BaseSlider.Root>
  );
}
