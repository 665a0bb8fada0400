import type { ReactNode } from "react";
import { cn } from "./class-names.ts";

export type BadgeTone =
  | "neutral"
  | "accent"
  | "success"
  | "warning"
  | "danger"
  | "subject"
  | "foreground"
  | "background"
  | "guide";

const TONES: Record<BadgeTone, string> = {
  neutral: "text-muted",
  accent: "text-accent-text",
  success: "text-success",
  warning: "text-warning",
  danger: "text-danger",
  subject: "text-subject",
  foreground: "text-foreground",
  background: "text-background",
  guide: "text-guide",
};

export interface BadgeProps {
  tone?: BadgeTone;
  /** Colour never stands alone: give a word, and an icon where there is room. */
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
}

export function Badge({ tone = "neutral", icon, className, children }: BadgeProps) {
  return (
    <span
      data-slot="badge"
      className={cn(
        "inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-sm border border-hairline bg-surface-3 px-1.5 text-xs leading-none [&_svg]:size-3",
        TONES[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
