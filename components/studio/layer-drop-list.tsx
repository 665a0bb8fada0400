"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { cn } from "#components/ui/class-names.ts";
import type { ElementId } from "#lib/base/ids.ts";
import type { ElementGroup } from "#lib/composition/document.ts";
import { moveElement } from "#lib/composition/elements.ts";
import { elementOf } from "#lib/editor/layers.ts";
import { dropGap, gapToIndex, LAYER_DRAG_TYPE } from "./layer-drag.ts";
import { useStudio } from "./studio-context.tsx";

/** The rows of one group; rows of either group can be dropped between them. */
export function LayerDropList({ group, children }: { group: ElementGroup; children: ReactNode }) {
  const { editor } = useStudio();
  const list = useRef<HTMLUListElement>(null);
  const [line, setLine] = useState<number | null>(null);

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const controller = new AbortController();
    const { signal } = controller;
    const rows = () => [...element.querySelectorAll<HTMLElement>("[data-layer-row]")];
    const gapAt = (event: DragEvent) =>
      dropGap(
        rows().map((row) => row.getBoundingClientRect()),
        event.clientY,
      );
    element.addEventListener(
      "dragover",
      (event) => {
        if (!event.dataTransfer?.types.includes(LAYER_DRAG_TYPE)) return;
        event.preventDefault();
        const gap = gapAt(event);
        const boxes = rows().map((row) => row.getBoundingClientRect());
        const top = element.getBoundingClientRect().top;
        setLine((boxes[gap]?.top ?? boxes.at(-1)?.bottom ?? top) - top);
      },
      { signal },
    );
    element.addEventListener("dragleave", () => setLine(null), { signal });
    element.addEventListener(
      "drop",
      (event) => {
        setLine(null);
        const id = event.dataTransfer?.getData(LAYER_DRAG_TYPE) as ElementId | "" | undefined;
        if (!id) return;
        event.preventDefault();
        const gap = gapAt(event);
        editor.edit("arrange", (document) => {
          const place = elementOf(document, id);
          const count = document[group].length;
          const draggedRow = place?.group === group ? count - 1 - place.index : null;
          return moveElement(document, id, group, gapToIndex(gap, count, draggedRow));
        });
      },
      { signal },
    );
    return () => controller.abort();
  }, [editor, group]);

  return (
    <ul ref={list} data-layer-group={group} className="relative flex flex-col gap-px">
      {children}
      <span
        aria-hidden
        className={cn("pointer-events-none absolute inset-x-1 h-0.5 rounded-full bg-accent", line === null && "hidden")}
        style={{ top: line ?? 0 }}
      />
    </ul>
  );
}
