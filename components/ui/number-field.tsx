"use client";

import { Input as BaseInput } from "@base-ui/react/input";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import type { ControlSize } from "./button.tsx";
import { cn } from "./class-names.ts";
import { CONTROL_CLASSES, CONTROL_HEIGHTS } from "./control-classes.ts";
import { computeNumber } from "./number-expression.ts";

export interface NumberFieldProps {
  /** The accessible name, where no Field around it gives one. */
  label?: string;
  /** Stands inside at the start (“X”, “W”, an icon); dragging it sideways changes the number. */
  prefix?: ReactNode;
  /** Stands inside at the end: “px”, “°”. */
  unit?: string;
  value: number;
  min?: number;
  max?: number;
  /** One arrow key; Shift makes it ten, and one dragged pixel is one step. */
  step?: number;
  /** Digits after the point that are shown and kept. */
  decimals?: number;
  /** Every new value: typed and confirmed, stepped, and each move of a drag. */
  onValueChange(value: number): void;
  /** After a change is finished: typed and confirmed, stepped, or the end of a drag; the moment to close an undo step. */
  onValueCommit?(value: number): void;
  size?: ControlSize;
  disabled?: boolean;
  className?: string;
}

/** A number that can be typed, computed (`1200/2`), stepped with the arrow keys and scrubbed by its prefix. */
export function NumberField({
  label,
  prefix,
  unit,
  value,
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
  step = 1,
  decimals = 0,
  onValueChange,
  onValueCommit,
  size = "small",
  disabled,
  className,
}: NumberFieldProps) {
  /** What is being typed; null while the field shows the value. */
  const [draft, setDraft] = useState<string | null>(null);
  const scrub = useRef<{ startX: number; startValue: number; last: number } | null>(null);

  const shown = String(Number(value.toFixed(decimals)));

  function settle(next: number): number {
    const settled = Number(Math.min(max, Math.max(min, next)).toFixed(decimals));
    if (settled !== value) onValueChange(settled);
    return settled;
  }

  function commit(next: number): void {
    const settled = settle(next);
    onValueCommit?.(settled);
  }

  function confirmDraft(): void {
    if (draft === null) return;
    const computed = computeNumber(draft);
    if (computed !== null) commit(computed);
    setDraft(null);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") confirmDraft();
    if (event.key === "Escape" && draft !== null) {
      event.stopPropagation();
      setDraft(null);
    }
    if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      const from = draft === null ? value : (computeNumber(draft) ?? value);
      setDraft(null);
      commit(from + step * (event.shiftKey ? 10 : 1) * (event.key === "ArrowUp" ? 1 : -1));
    }
  }

  const scrubbing = {
    onPointerDown(event: PointerEvent<HTMLSpanElement>) {
      if (disabled || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      scrub.current = { startX: event.clientX, startValue: value, last: value };
    },
    onPointerMove(event: PointerEvent<HTMLSpanElement>) {
      if (scrub.current === null) return;
      const steps = Math.round((event.clientX - scrub.current.startX) * (event.shiftKey ? 10 : 1));
      scrub.current.last = settle(scrub.current.startValue + steps * step);
    },
    onPointerUp() {
      if (scrub.current !== null && scrub.current.last !== scrub.current.startValue)
        onValueCommit?.(scrub.current.last);
      scrub.current = null;
    },
    onPointerCancel() {
      scrub.current = null;
    },
  };

  return (
    <div data-slot="number-field" className={cn("relative flex min-w-0 items-center", className)}>
      {prefix ? (
        <span
          aria-hidden
          className={cn(
            "absolute left-0 flex h-full w-6 touch-none select-none items-center justify-center text-muted text-xs [&_svg]:size-3.5",
            disabled ? "opacity-50" : "cursor-ew-resize hover:text-ink",
          )}
          {...scrubbing}
        >
          {prefix}
        </span>
      ) : null}
      <BaseInput
        inputMode="decimal"
        autoComplete="off"
        role="spinbutton"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={Number.isFinite(min) ? min : undefined}
        aria-valuemax={Number.isFinite(max) ? max : undefined}
        disabled={disabled}
        value={draft ?? shown}
        onValueChange={(next) => setDraft(next)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={confirmDraft}
        onKeyDown={onKeyDown}
        className={cn(CONTROL_CLASSES, CONTROL_HEIGHTS[size], prefix && "pl-6", unit && "pr-7")}
      />
      {unit ? (
        <span aria-hidden className="pointer-events-none absolute right-2 text-muted text-xs">
          {unit}
        </span>
      ) : null}
    </div>
  );
}
