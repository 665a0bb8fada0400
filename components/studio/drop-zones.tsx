"use client";

import { FileInput } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useStore } from "zustand";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { elementCount } from "#lib/editor/layers.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { FileTarget, hasFiles } from "./file-target.tsx";
import { RoleMark } from "./role-mark.tsx";
import { useEditor, useStudio } from "./studio-context.tsx";
import type { Slot } from "./uploads.ts";

const SLOTS: readonly Slot[] = ["subject", "guide", "foreground", "background"];

const LOOK: Record<Slot, string> = {
  subject: "border-subject/70",
  guide: "border-guide/70",
  foreground: "border-foreground/70",
  background: "border-background/70",
};

/** While files are dragged over the window, or were pasted: one zone for each role, so that the place says what it is. */
export function DropZones() {
  const t = useTranslations("studio.drop");
  const { uploads, incoming } = useStudio();
  const [isDragging, setIsDragging] = useState(false);
  const pasted = useStore(incoming, ({ unplaced }) => unplaced);
  const isFull = useEditor((state) => elementCount(state.document) >= LIMITS.elements.max);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    // Enter and leave come for every element on the way: only the last leave means the window.
    let depth = 0;
    addEventListener(
      "dragenter",
      (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        depth += 1;
        setIsDragging(true);
      },
      { signal },
    );
    addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault(), { signal });
    addEventListener(
      "dragleave",
      (event) => {
        if (!hasFiles(event)) return;
        depth = Math.max(0, depth - 1);
        if (depth === 0) setIsDragging(false);
      },
      { signal },
    );
    // A file beside every zone must not make the browser leave the studio for it.
    addEventListener(
      "drop",
      (event) => {
        if (hasFiles(event)) event.preventDefault();
        depth = 0;
        setIsDragging(false);
      },
      { signal },
    );
    addEventListener(
      "paste",
      (event) => {
        const files = [...(event.clipboardData?.files ?? [])].filter(({ type }) => type.startsWith("image/"));
        if (files.length === 0) return;
        event.preventDefault();
        incoming.setState({ unplaced: files });
      },
      { signal },
    );
    return () => controller.abort();
  }, [incoming]);

  useEffect(() => {
    if (pasted.length === 0) return;
    const close = (event: KeyboardEvent) => {
      if (event.key === "Escape") incoming.setState({ unplaced: [] });
    };
    addEventListener("keydown", close);
    return () => removeEventListener("keydown", close);
  }, [pasted, incoming]);

  if (!isDragging && pasted.length === 0) return null;
  const isPaste = !isDragging;
  const slots = isFull ? SLOTS.slice(0, 2) : SLOTS;
  return (
    <div
      data-drop-zones
      className="absolute inset-0 z-20 flex flex-col items-center justify-center gap-3 bg-surface-1/85 p-6"
    >
      <p className="font-medium text-sm">{t(isPaste ? "pasteTitle" : "title")}</p>
      <div className="grid w-full max-w-xl grid-cols-2 gap-3">
        {slots.map((slot) => (
          <FileTarget key={slot} slot={slot} className="rounded-lg">
            {isPaste ? (
              <button
                type="button"
                className="focus-ring w-full rounded-lg hover:bg-surface-3"
                onClick={() => {
                  for (const file of pasted) uploads.start(file, slot);
                  incoming.setState({ unplaced: [] });
                }}
              >
                <Zone slot={slot} />
              </button>
            ) : (
              <Zone slot={slot} />
            )}
          </FileTarget>
        ))}
        {isPaste ? null : (
          <FileTarget slot={null} className="col-span-2 rounded-lg">
            <SceneZone />
          </FileTarget>
        )}
      </div>
      {isPaste ? <Button onClick={() => incoming.setState({ unplaced: [] })}>{t("cancel")}</Button> : null}
    </div>
  );
}

/** A picture made here brings everything back. */
function SceneZone() {
  const t = useTranslations("recipe.scene");
  return (
    <span className="pointer-events-none flex h-16 items-center justify-center gap-2 rounded-lg border-2 border-control-edge border-dashed bg-surface-2">
      <FileInput aria-hidden className="size-5 text-muted" />
      <span className="font-medium text-sm">{t("zone")}</span>
      <span className="text-muted text-xs">{t("zoneHint")}</span>
    </span>
  );
}

function Zone({ slot }: { slot: Slot }) {
  const t = useTranslations("studio.drop");
  return (
    <span
      className={cn(
        "pointer-events-none flex h-32 flex-col items-center justify-center gap-1 rounded-lg border-2 border-dashed bg-surface-2",
        LOOK[slot],
      )}
    >
      <RoleMark of={slot} className="size-5" />
      <span className="font-medium text-sm">{t(slot)}</span>
      <span className="text-muted text-xs">{t(`${slot}Hint`)}</span>
    </span>
  );
}
