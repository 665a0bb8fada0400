import { cn } from "#components/ui/class-names.ts";
import type { ModelVersion } from "#lib/composition/document.ts";

/** v2 is outlined, v3 is filled: told apart by shape, because colours belong to roles and states. */
export function VersionTag({ version, className }: { version: ModelVersion; className?: string }) {
  return (
    <span
      data-slot="version-tag"
      data-version={version}
      className={cn(
        "inline-flex h-4 shrink-0 select-none items-center rounded-sm px-1 font-medium font-mono text-[11px] leading-none",
        version === "v3" ? "bg-ink text-surface-2" : "text-ink ring-1 ring-muted ring-inset",
        className,
      )}
    >
      {version}
    </span>
  );
}
