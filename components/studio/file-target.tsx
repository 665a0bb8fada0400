"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useTakeFiles } from "#components/recipe/use-take-files.ts";
import { cn } from "#components/ui/class-names.ts";
import { showToast } from "#components/ui/toast.tsx";
import { useStudio } from "./studio-context.tsx";
import type { Slot } from "./uploads.ts";

/** Whether files are being dragged, not a layer or a text. */
export function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

const HIGHLIGHT: Record<Slot | "scene", string> = {
  scene: "outline-focus",
  subject: "outline-subject",
  guide: "outline-guide",
  foreground: "outline-foreground",
  background: "outline-background",
};

/** A place that takes dropped pictures for its role; without one, pictures that bring their scene. */
export function FileTarget({
  slot,
  className,
  children,
}: {
  slot: Slot | null;
  className?: string;
  children: ReactNode;
}) {
  const t = useTranslations("recipe.scene");
  const { uploads, incoming } = useStudio();
  const takeFiles = useTakeFiles(incoming, (file, to) => {
    if (to) uploads.start(file, to);
    else showToast({ title: t("none", { name: file.name }), description: t("noneText") });
  });
  const take = useRef(takeFiles);
  take.current = takeFiles;
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
        take.current(event.dataTransfer?.files ?? [], slot);
      },
      { signal },
    );
    return () => controller.abort();
  }, [slot]);

  return (
    <div
      ref={place}
      data-drop-slot={slot ?? "scene"}
      className={cn("outline-2 outline-transparent", isOver && HIGHLIGHT[slot ?? "scene"], className)}
    >
      {children}
    </div>
  );
}
