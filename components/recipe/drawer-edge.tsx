"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl";
import { clampWidth, DRAWER_WIDTH_PX, firstWidth } from "./drawer-preference.ts";

const KEY_STEP_PX = 24;

/** The drawer's left edge: dragged, or moved with the arrow keys; a double click gives it its first width back. */
export function DrawerEdge({ widthPx, onWidthChange }: { widthPx: number; onWidthChange(widthPx: number): void }) {
  const t = useTranslations("recipe");
  const grip = useRef<{ x: number; widthPx: number } | null>(null);
  const set = (next: number) => onWidthChange(clampWidth(next));
  return (
    <hr
      aria-orientation="vertical"
      aria-label={t("width")}
      aria-valuenow={widthPx}
      aria-valuemin={DRAWER_WIDTH_PX.min}
      aria-valuemax={DRAWER_WIDTH_PX.max}
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX, widthPx };
      }}
      onPointerMove={({ clientX }) => grip.current && set(grip.current.widthPx + grip.current.x - clientX)}
      onPointerUp={() => {
        grip.current = null;
      }}
      onDoubleClick={() => set(firstWidth(innerWidth))}
      onKeyDown={(event) => {
        const step = { ArrowLeft: KEY_STEP_PX, ArrowRight: -KEY_STEP_PX }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        set(widthPx + step);
      }}
      className="focus-ring absolute max-md:hidden inset-y-0 -left-1 z-10 m-0 w-2 cursor-col-resize touch-none border-0 bg-transparent after:absolute after:inset-y-0 after:left-1 after:w-px after:bg-hairline hover:after:w-0.5 hover:after:bg-focus"
    />
  );
}
