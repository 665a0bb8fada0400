"use client";

import { Layers, PanelsTopLeft, SlidersHorizontal } from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "#components/ui/class-names.ts";

export type PanelName = "inputs" | "canvas" | "layers";

const ICONS = { inputs: SlidersHorizontal, canvas: PanelsTopLeft, layers: Layers };
const PANELS: readonly PanelName[] = ["inputs", "canvas", "layers"];

/** A phone shows one panel at a time. */
export function PanelTabs({ value, onValueChange }: { value: PanelName; onValueChange(value: PanelName): void }) {
  const t = useTranslations("studio.panels");
  return (
    <nav className="grid grid-cols-3 border-hairline border-t bg-surface-2 md:hidden">
      {PANELS.map((panel) => {
        const Icon = ICONS[panel];
        return (
          <button
            key={panel}
            type="button"
            aria-pressed={value === panel}
            onClick={() => onValueChange(panel)}
            className={cn(
              "focus-ring flex h-12 flex-col items-center justify-center gap-0.5 text-xs",
              value === panel ? "text-ink" : "text-muted",
            )}
          >
            <Icon aria-hidden className="size-4" />
            {t(panel)}
          </button>
        );
      })}
    </nav>
  );
}
