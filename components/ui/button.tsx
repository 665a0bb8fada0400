"use client";

import { Button as BaseButton } from "@base-ui/react/button";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names.ts";
import { Tooltip } from "./tooltip.tsx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
/** `small` (28 px) in panels, `medium` (36 px) in dialogs and on pages. */
export type ControlSize = "small" | "medium";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "bg-accent text-accent-ink hover:bg-accent-hover active:bg-accent",
  secondary: "border border-hairline bg-surface-3 text-ink hover:bg-surface-4 active:bg-surface-5",
  quiet: "text-ink hover:bg-surface-4 active:bg-surface-5",
  danger: "bg-danger-fill text-accent-ink hover:brightness-110",
};

const SIZES: Record<ControlSize, string> = {
  small: "h-7 px-2 text-xs [&_svg]:size-3.5 [&_svg]:shrink-0",
  medium: "h-9 px-3 text-sm [&_svg]:size-4 [&_svg]:shrink-0",
};

const DISABLED =
  "data-disabled:bg-surface-3 data-disabled:text-muted data-disabled:opacity-60 data-disabled:hover:bg-surface-3";

export interface ButtonProps extends Omit<ComponentProps<typeof BaseButton>, "className"> {
  variant?: ButtonVariant;
  size?: ControlSize;
  /** Disables the button and says why on hover and focus; the button stays reachable by keyboard. */
  disabledReason?: string | null;
  /** Shows that its work is under way and takes no second press. */
  busy?: boolean;
  className?: string;
  children?: ReactNode;
}

export function Button({
  variant = "secondary",
  size = "small",
  disabledReason,
  busy = false,
  disabled,
  className,
  children,
  ...props
}: ButtonProps) {
  const button = (
    <BaseButton
      data-slot="button"
      focusableWhenDisabled={busy || Boolean(disabledReason)}
      disabled={disabled || busy || Boolean(disabledReason)}
      aria-busy={busy || undefined}
      className={cn(
        "focus-ring inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium transition-colors",
        VARIANTS[variant],
        SIZES[size],
        !busy && DISABLED,
        className,
      )}
      {...props}
    >
      {busy ? <LoaderCircle aria-hidden className="animate-turn" /> : null}
      {children}
    </BaseButton>
  );
  return disabledReason ? <Tooltip content={disabledReason}>{button}</Tooltip> : button;
}
