"use client";

import { Button as BaseButton } from "@base-ui/react/button";
import type { ComponentProps, ReactNode } from "react";
import type { ControlSize } from "./button.tsx";
import { cn } from "./class-names.ts";
import { Tooltip, type TooltipProps } from "./tooltip.tsx";

export interface IconButtonProps extends Omit<ComponentProps<typeof BaseButton>, "className" | "children"> {
  /** The accessible name; the tooltip shows it with the shortcut. */
  label: string;
  shortcut?: readonly string[];
  tooltipSide?: TooltipProps["side"];
  size?: ControlSize;
  /** Makes it a toggle: sets `aria-pressed` and keeps the pressed look. */
  pressed?: boolean;
  /** Disables the button and replaces the tooltip by the reason; it stays reachable by keyboard. */
  disabledReason?: string | null;
  className?: string;
  /** The icon, from lucide-react. */
  children: ReactNode;
}

export function IconButton({
  label,
  shortcut,
  tooltipSide = "bottom",
  size = "small",
  pressed,
  disabledReason,
  disabled,
  className,
  children,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip content={disabledReason ?? label} shortcut={disabledReason ? undefined : shortcut} side={tooltipSide}>
      <BaseButton
        data-slot="icon-button"
        aria-label={label}
        aria-pressed={pressed}
        focusableWhenDisabled={Boolean(disabledReason)}
        disabled={disabled || Boolean(disabledReason)}
        className={cn(
          "focus-ring inline-flex shrink-0 select-none items-center justify-center rounded-md text-muted transition-colors",
          "hover:bg-surface-4 hover:text-ink active:bg-surface-5 data-popup-open:bg-surface-4 data-popup-open:text-ink",
          "data-disabled:opacity-40 data-disabled:hover:bg-transparent data-disabled:hover:text-muted",
          size === "small" ? "size-7 [&_svg]:size-4" : "size-9 [&_svg]:size-5",
          pressed && "bg-surface-5 text-ink hover:bg-surface-5",
          className,
        )}
        {...props}
      >
        {children}
      </BaseButton>
    </Tooltip>
  );
}
