"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Field } from "#components/ui/field.tsx";
import { Slider } from "#components/ui/slider.tsx";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { useEditor, useStudio } from "./studio-context.tsx";

type SliderName = "noiseLevel" | "promptWeight";

export function GuideSliders() {
  const t = useTranslations("studio.guide");
  const format = useFormatter();
  const { editor } = useStudio();
  const guide = useEditor((state) => state.document.guide);
  const hasPrompt = guide.prompt.trim() !== "";
  const change = (name: SliderName) => (value: number) =>
    editor.edit("change-sliders", (document) => ({ ...document, guide: { ...document.guide, [name]: value } }), {
      coalesce: name,
    });
  return (
    <>
      <div data-field="promptWeight">
        <Field
          label={t("weight")}
          help={t("weightHelp")}
          parameter="ref_prompt_weight"
          disabledReason={guide.image && hasPrompt ? null : t("weightInert")}
          aside={
            <span className="text-muted text-xs">
              {format.number(guide.promptWeight, { minimumFractionDigits: 2 })}
            </span>
          }
        >
          <Slider
            label={t("weight")}
            {...LIMITS.promptWeight}
            step={0.05}
            value={guide.promptWeight}
            disabled={!guide.image || !hasPrompt}
            startLabel={t("weightStart")}
            endLabel={t("weightEnd")}
            onValueChange={change("promptWeight")}
          />
        </Field>
      </div>
      <div data-field="noiseLevel">
        <Field
          label={t("noise")}
          help={t("noiseHelp")}
          parameter="noise_level"
          disabledReason={guide.image ? null : t("noiseInert")}
          aside={<span className="text-muted text-xs">{guide.noiseLevel}</span>}
        >
          <Slider
            label={t("noise")}
            {...LIMITS.noiseLevel}
            value={guide.noiseLevel}
            disabled={!guide.image}
            onValueChange={change("noiseLevel")}
          />
        </Field>
      </div>
    </>
  );
}
