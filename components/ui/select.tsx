"use client";

import { Select as BaseSelect } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import type { ControlSize } from "./button.tsx";
import { cn } from "./class-names.ts";
import { CONTROL_CLASSES, CONTROL_HEIGHTS } from "./control-classes.ts";

export interface SelectOption<Value extends string> {
  value: Value;
  label: ReactNode;
}

export interface SelectProps<Value extends string> {
  /** The accessible name, where no Field around it gives one. */
  label?: string;
  value: Value;
  options: readonly SelectOption<Value>[];
  onValueChange(value: Value): void;
  size?: ControlSize;
  disabled?: boolean;
  className?: string;
}

export function Select<Value extends string>({
  label,
  value,
  options,
  onValueChange,
  size = "small",
  disabled,
  className,
}: SelectProps<Value>) {
  return (
    <BaseSelect.Root
      items={options}
      value={value}
      disabled={disabled}
      onValueChange={(next) => {
        if (next !== null) onValueChange(next);
      }}
    >
      <BaseSelect.Trigger
        data-slot="select"
        aria-label={label}
        className={cn(
          CONTROL_CLASSES,
          CONTROL_HEIGHTS[size],
          "flex select-none items-center justify-between gap-1.5 whitespace-nowrap",
          className,
        )}
      >
        <BaseSelect.Value className="min-w-0 truncate" />
        <BaseSelect.Icon className="text-muted">
          <ChevronDown aria-hidden className="size-3.5" />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50 outline-hidden">
          <BaseSelect.Popup className="floating appear min-w-(--anchor-width) rounded-md p-1 outline-hidden">
            <BaseSelect.List className="max-h-(--available-height) overflow-y-auto">
              {options.map((option) => (
                <BaseSelect.Item
                  key={option.value}
                  value={option.value}
                  className="grid min-h-7 cursor-default select-none grid-cols-[14px_1fr] items-center gap-2 rounded-sm py-1 pr-3 pl-1.5 text-xs outline-hidden data-highlighted:bg-surface-4"
                >
                  <BaseSelect.ItemIndicator className="col-start-1">
                    <Check aria-hidden className="size-3.5" />
                  </BaseSelect.ItemIndicator>
                  <BaseSelect.ItemText className="col-start-2">{option.label}</BaseSelect.ItemText>
                </BaseSelect.Item>
              ))}
            </BaseSelect.List>
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}
