"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { cn } from "#components/ui/class-names.ts";
import { useStudio } from "./studio-context.tsx";
import type { Slot } from "./uploads.ts";

/** Whether files are being dragged, not a layer or a text. */
export function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

const HIGHLIGHT: Record<Slot, string> = {
  subject: "outline-subject",
  guide: "outline-guide",
  foreground: "outline-foreground",
  background: "outline-background",
};

/** A place that takes dropped pictures for its role. */
export function FileTarget({ slot, className, children }: { slot: Slot; className?: string; children: ReactNode }) {
  const { uploads } = useStudio();
  const [isOver, setIsOver] = useState(false);
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const accept = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    place.current?.addEventListener("dragenter", accept, { signal });
    place.current?.addEventListener("dragover", accept, { signal });
    place.current?.addEventListener("dragleave", () => setIsOver(false), { signal });
    place.current?.addEventListener(
      "drop",
      (event) => {
        setIsOver(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        for (const file of event.dataTransfer?.files ?? []) uploads.start(file, slot);
      },
      { signal },
    );
    return () => controller.abort();
  }, [uploads, slot]);

  return (
    <div
      ref={place}
      data-drop-slot={slot}
      className={cn("outline-2 outline-transparent", isOver && HIGHLIGHT[slot], className)}
    >
      {children}
    </div>
  );
}
