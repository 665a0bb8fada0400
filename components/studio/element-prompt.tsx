"use client";

import { useTranslations } from "use-intl";
import { cn } from "#components/ui/class-names.ts";
import type { Element } from "#lib/composition/document.ts";
import { setElementPrompt } from "#lib/composition/elements.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { useStudio } from "./studio-context.tsx";

export interface ElementPromptProps {
  element: Element;
  tabIndex?: number;
  className?: string;
}

/** Reads as text and is a field: what an element is, written where it is listed. */
export function ElementPrompt({ element, tabIndex, className }: ElementPromptProps) {
  const t = useTranslations("studio.layers");
  const { editor } = useStudio();
  const { id, name, prompt } = element;
  return (
    <input
      type="text"
      data-field={`prompt ${id}`}
      aria-label={t("prompt", { name })}
      placeholder={t("promptPlaceholder")}
      value={prompt}
      maxLength={LIMITS.storedPromptChars}
      autoComplete="off"
      draggable={false}
      tabIndex={tabIndex}
      onFocus={() => editor.select(id)}
      onChange={(event) => {
        const { value } = event.target;
        editor.edit("type-prompt", (document) => setElementPrompt(document, id, value), { coalesce: `prompt ${id}` });
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter" || event.key === "Escape") {
          event.preventDefault();
          event.stopPropagation();
          document.querySelector<HTMLElement>(`[data-layer-button="${CSS.escape(id)}"]`)?.focus();
        }
      }}
      className={cn(
        "focus-ring h-5.5 w-full min-w-0 truncate rounded-sm border border-transparent bg-transparent px-1 text-ink text-xs placeholder:text-muted hover:border-hairline focus:bg-surface-2",
        className,
      )}
    />
  );
}
