"use client";

import { Tooltip as BaseTooltip } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { Shortcut } from "./shortcut.tsx";

export interface TooltipProps {
  /** Nothing to say shows nothing. */
  content: ReactNode;
  /** Keys as words, e.g. `["Mod", "Z"]`. */
  shortcut?: readonly string[];
  side?: "top" | "bottom" | "left" | "right";
  /** One element that takes a ref and spreads props: the control that is explained. */
  children: ReactElement<Record<string, unknown>>;
}

/** Explains on hover and focus. It is no label: the control has its own accessible name. */
export function Tooltip({ content, shortcut, side = "bottom", children }: TooltipProps) {
  return (
    <BaseTooltip.Root disabled={content === null || content === undefined || content === ""}>
      <BaseTooltip.Trigger render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={6} className="z-50">
          <BaseTooltip.Popup
            data-slot="tooltip"
            className="floating appear flex max-w-72 items-center gap-2 rounded-md px-2 py-1 text-ink text-xs"
          >
            <span>{content}</span>
            {shortcut ? <Shortcut keys={shortcut} /> : null}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}

/** Once around the page: after the first tooltip its neighbours open without waiting. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return <BaseTooltip.Provider delay={450}>{children}</BaseTooltip.Provider>;
}
