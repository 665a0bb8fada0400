"use client";

import { Columns2, Layers2, Minus, Plus, SquareSplitHorizontal, X } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ToggleGroup } from "#components/ui/toggle-group.tsx";

export const DESK_MODES = ["side", "slider", "flip"] as const;
export type DeskMode = (typeof DESK_MODES)[number];

const ICONS = { side: Columns2, slider: SquareSplitHorizontal, flip: Layers2 };

export interface DeskToolbarProps {
  title: React.ReactNode;
  mode: DeskMode;
  onModeChange(mode: DeskMode): void;
  /** There is nothing to lay over it. */
  isSingle: boolean;
  /** CSS pixels per picture pixel; null before the first layout. */
  zoom: number | null;
  isFitted: boolean;
  onZoom(direction: 1 | -1): void;
  onFit(): void;
  onActualSize(): void;
  onClose(): void;
}

export function DeskToolbar({
  title,
  mode,
  onModeChange,
  isSingle,
  zoom,
  isFitted,
  onZoom,
  onFit,
  onActualSize,
  onClose,
}: DeskToolbarProps) {
  const t = useTranslations("desk");
  const format = useFormatter();
  const percent = format.number(zoom ?? 0, { style: "percent" });
  return (
    <header className="grid h-11 shrink-0 grid-cols-[1fr_auto_1fr] items-center gap-3 border-hairline border-b bg-surface-2 px-3">
      <div className="flex min-w-0 items-center gap-2 text-sm">{title}</div>
      <ToggleGroup
        label={t("mode")}
        value={mode}
        onValueChange={onModeChange}
        disabled={isSingle}
        options={DESK_MODES.map((value) => {
          const Icon = ICONS[value];
          return {
            value,
            label: (
              <>
                <Icon aria-hidden />
                <span className="max-md:sr-only">{t(`modes.${value}`)}</span>
              </>
            ),
          };
        })}
      />
      <div className="flex items-center justify-end gap-1">
        <IconButton label={t("zoomOut")} shortcut={["-"]} onClick={() => onZoom(-1)}>
          <Minus aria-hidden />
        </IconButton>
        <output aria-label={t("zoom", { percent })} className="w-12 text-center text-xs max-sm:hidden">
          {zoom === null ? "" : percent}
        </output>
        <IconButton label={t("zoomIn")} shortcut={["+"]} onClick={() => onZoom(1)}>
          <Plus aria-hidden />
        </IconButton>
        <Button variant="quiet" aria-pressed={isFitted} onClick={onFit}>
          {t("fit")}
        </Button>
        <Button variant="quiet" onClick={onActualSize} className="max-sm:hidden">
          {t("actualSize")}
        </Button>
        <span aria-hidden className="mx-1 h-4 w-px bg-hairline" />
        <IconButton label={t("close")} shortcut={["Esc"]} onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </div>
    </header>
  );
}
