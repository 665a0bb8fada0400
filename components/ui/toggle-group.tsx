"use client";

import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup as BaseToggleGroup } from "@base-ui/react/toggle-group";
import type { ReactNode } from "react";
import type { ControlSize } from "./button.tsx";
import { cn } from "./class-names.ts";
import { Tooltip } from "./tooltip.tsx";

export interface ToggleOption<Value extends string> {
  value: Value;
  /** Text, or an icon together with `name`. */
  label: ReactNode;
  /** The accessible name where the label is no text; also its tooltip. */
  name?: string;
  shortcut?: readonly string[];
  disabled?: boolean;
}

export interface ToggleGroupProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly ToggleOption<Value>[];
  onValueChange(value: Value): void;
  size?: ControlSize;
  disabled?: boolean;
  orientation?: "horizontal" | "vertical";
  className?: string;
}

/** A segmented control: exactly one option is on; pressing it again changes nothing. */
export function ToggleGroup<Value extends string>({
  label,
  value,
  options,
  onValueChange,
  size = "small",
  disabled,
  orientation = "horizontal",
  className,
}: ToggleGroupProps<Value>) {
  return (
    <BaseToggleGroup
      data-slot="toggle-group"
      aria-label={label}
      value={[value]}
      orientation={orientation}
      disabled={disabled}
      onValueChange={([next]) => {
        if (next !== undefined) onValueChange(next);
      }}
      className={cn(
        "inline-flex rounded-md border border-hairline bg-surface-1 p-px data-disabled:opacity-50",
        orientation === "vertical" && "flex-col",
        className,
      )}
    >
      {options.map((option) => (
        <Tooltip key={option.value} content={option.name} shortcut={option.shortcut}>
          <Toggle
            value={option.value}
            aria-label={option.name}
            disabled={option.disabled}
            className={cn(
              "focus-ring inline-flex grow select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-[5px] text-muted transition-colors",
              "hover:text-ink data-disabled:opacity-40 data-pressed:bg-surface-5 data-pressed:text-ink",
              size === "small"
                ? "h-6 min-w-6 px-2 text-xs [&_svg]:size-3.5 [&_svg]:shrink-0"
                : "h-8 min-w-8 px-3 text-sm [&_svg]:size-4 [&_svg]:shrink-0",
            )}
          >
            {option.label}
          </Toggle>
        </Tooltip>
      ))}
    </BaseToggleGroup>
  );
}
