import type { ReactNode } from "react";
import { cn } from "./class-names.ts";

export interface EmptyStateProps {
  icon?: ReactNode;
  title: ReactNode;
  /** The title's place among the headings of the page; a plain paragraph when left out. */
  heading?: "h1" | "h2" | "h3";
  /** The one next step. */
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}

export function EmptyState({ icon, title, heading, children, action, className }: EmptyStateProps) {
  const Title = heading ?? "p";
  return (
    <div
      data-slot="empty-state"
      className={cn("flex flex-col items-center justify-center gap-2 p-6 text-center", className)}
    >
      {icon ? <div className="text-muted [&_svg]:size-6">{icon}</div> : null}
      <Title className="font-medium text-sm">{title}</Title>
      {children ? <p className="max-w-80 text-pretty text-muted text-xs">{children}</p> : null}
      {action ? <div className="mt-1 flex gap-2">{action}</div> : null}
    </div>
  );
}
