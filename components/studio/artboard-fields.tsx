"use client";

import { useTranslations } from "use-intl";
import { NumberField } from "#components/ui/number-field.tsx";
import { resizeArtboard } from "#lib/composition/create-document.ts";
import type { Size } from "#lib/composition/document.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { LabelledRow } from "./labelled-row.tsx";
import { PanelSection } from "./panel-section.tsx";
import { useEditor, useStudio } from "./studio-context.tsx";

/** The artboard's size, where nothing else is selected. */
export function ArtboardFields() {
  const t = useTranslations("studio");
  const { editor } = useStudio();
  const artboard = useEditor((state) => state.document.artboard);
  const resize = (part: Partial<Size>) =>
    editor.edit("change-artboard", (document) => resizeArtboard(document, { ...document.artboard, ...part }), {
      coalesce: "artboard",
    });
  return (
    <PanelSection title={t("output.artboard")}>
      <LabelledRow label={t("output.size")} help={t("output.artboardHelp")}>
        <div className="flex w-40 items-center gap-1">
          <NumberField
            label={t("output.width")}
            prefix="W"
            {...LIMITS.sidePx}
            value={artboard.width}
            onValueChange={(width) => resize({ width })}
          />
          <NumberField
            label={t("output.height")}
            prefix="H"
            {...LIMITS.sidePx}
            value={artboard.height}
            onValueChange={(height) => resize({ height })}
          />
        </div>
      </LabelledRow>
      <p className="text-muted text-xs">{t("inspector.none")}</p>
    </PanelSection>
  );
}
