"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useEditor, useStudio } from "./studio-context.tsx";

/** Reads as a title and is a field; Enter keeps it, Escape and an empty name leave it as it was. */
export function ProjectName() {
  const t = useTranslations("studio");
  const { editor } = useStudio();
  const name = useEditor((state) => state.name);
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? name;
  return (
    <h1 className="min-w-0 max-w-72">
      <input
        type="text"
        aria-label={t("name")}
        value={shown}
        maxLength={120}
        autoComplete="off"
        onFocus={(event) => {
          setDraft(name);
          event.currentTarget.select();
        }}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => {
          if (draft !== null) editor.rename(draft);
          setDraft(null);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter") event.currentTarget.blur();
          if (event.key === "Escape") {
            setDraft(name);
            const field = event.currentTarget;
            requestAnimationFrame(() => field.blur());
          }
        }}
        className="focus-ring field-sizing-content h-7 min-w-16 max-w-full truncate rounded-md border border-transparent bg-transparent px-1.5 font-medium text-sm hover:border-hairline"
      />
    </h1>
  );
}
