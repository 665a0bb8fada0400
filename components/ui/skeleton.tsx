import { cn } from "./class-names.ts";

/** Holds the place of what is loading, in its real size. */
export function Skeleton({ className }: { className?: string }) {
  return <div data-slot="skeleton" aria-hidden className={cn("animate-breathe rounded-md bg-surface-4", className)} />;
}
