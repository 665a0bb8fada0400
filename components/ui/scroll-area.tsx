"use client";

import { ScrollArea as BaseScrollArea } from "@base-ui/react/scroll-area";
import type { ReactNode, WheelEvent } from "react";
import { cn } from "./class-names.ts";

export interface ScrollAreaProps {
  /** Give it a height, or `min-h-0 flex-1` in a column. */
  className?: string;
  orientation?: "vertical" | "horizontal";
  children: ReactNode;
}

/** Scrolls with thin bars that show on hover and while scrolling. */
export function ScrollArea({ className, orientation = "vertical", children }: ScrollAreaProps) {
  return (
    <BaseScrollArea.Root data-slot="scroll-area" className={cn("relative overflow-hidden", className)}>
      <BaseScrollArea.Viewport
        onWheel={orientation === "horizontal" ? scrollSideways : undefined}
        className="focus-ring h-full w-full overscroll-contain -outline-offset-2"
      >
        <BaseScrollArea.Content className={orientation === "vertical" ? "min-w-0!" : undefined}>
          {children}
        </BaseScrollArea.Content>
      </BaseScrollArea.Viewport>
      <BaseScrollArea.Scrollbar
        orientation={orientation}
        className="pointer-events-none m-0.5 flex rounded-full opacity-0 transition-opacity data-[orientation=horizontal]:h-1.5 data-[orientation=vertical]:w-1.5 data-hovering:pointer-events-auto data-hovering:opacity-100 data-scrolling:pointer-events-auto data-scrolling:opacity-100"
      >
        <BaseScrollArea.Thumb className="rounded-full bg-control-edge data-[orientation=vertical]:w-full data-[orientation=horizontal]:h-full" />
      </BaseScrollArea.Scrollbar>
    </BaseScrollArea.Root>
  );
}

/** A wheel that only turns up and down moves what only goes left and right. */
function scrollSideways({ currentTarget, deltaX, deltaY, ctrlKey }: WheelEvent<HTMLElement>): void {
  if (deltaX === 0 && !ctrlKey) currentTarget.scrollLeft += deltaY;
}
