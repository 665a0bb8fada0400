"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { elementOf } from "#lib/editor/layers.ts";
import { useStudio } from "./studio-context.tsx";

/** Says aloud where a layer went: the eye sees the row move, the ear needs words. */
export function LayerAnnouncer() {
  const t = useTranslations("studio");
  const { editor } = useStudio();
  const [text, setText] = useState("");
  useEffect(
    () =>
      editor.store.subscribe(({ document, selection, history }, before) => {
        const isArranged = history.past.at(-1)?.name === "arrange" && history.past !== before.history.past;
        const place = elementOf(document, selection);
        if (!isArranged || !place) return;
        const count = document[place.group].length;
        setText(
          t("layers.moved", {
            name: place.element.name,
            place: String(count - place.index),
            count: String(count),
            role: t(`roles.${place.group}`),
          }),
        );
      }),
    [editor, t],
  );
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  );
}
