"use client";

import { Switch as BaseSwitch } from "@base-ui/react/switch";
import { type ReactNode, useId } from "react";
import { cn } from "./class-names.ts";

export interface SwitchProps {
  label: ReactNode;
  checked: boolean;
  onCheckedChange(checked: boolean): void;
  disabled?: boolean;
  className?: string;
}

export function Switch({ label, checked, onCheckedChange, disabled, className }: SwitchProps) {
  const id = useId();
  return (
    <div className={cn("flex min-h-7 items-center justify-between gap-3 text-xs", className)}>
      <label htmlFor={id} className={cn("flex-1", disabled && "opacity-50")}>
        {label}
      </label>
      <BaseSwitch.Root
        id={id}
        data-slot="switch"
        nativeButton
        render={<button type="button" />}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onCheckedChange(next)}
        className="focus-ring flex h-4.5 w-8 shrink-0 items-center rounded-full border border-control-edge bg-surface-4 p-px transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50"
      >
        <BaseSwitch.Thumb className="size-3.5 rounded-full bg-ink transition-transform data-checked:translate-x-3.5 data-checked:bg-accent-ink" />
      </BaseSwitch.Root>
    </div>
  );
}
