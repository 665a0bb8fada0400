"use client";

import { useTranslations } from "use-intl";
import { ToggleGroup } from "#components/ui/toggle-group.tsx";
import type { ModelVersion, Output } from "#lib/composition/document.ts";
import { LabelledRow } from "./labelled-row.tsx";
import { useEditor, useStudio } from "./studio-context.tsx";

const VERSIONS: Record<"v2" | "v3" | "both", ModelVersion[]> = { v2: ["v2"], v3: ["v3"], both: ["v2", "v3"] };
const COUNTS = ["1", "2", "3", "4"] as const;

/** How many pictures of which version: they make the price, so they stand beside the button. */
export function OutputFields() {
  const t = useTranslations("studio.output");
  const { editor } = useStudio();
  const output = useEditor((state) => state.document.output);
  const change = (part: Partial<Output>) =>
    editor.edit("change-output", (document) => ({ ...document, output: { ...document.output, ...part } }));
  const chosen = output.versions.length === 2 ? "both" : (output.versions[0] ?? "v3");
  return (
    <div className="flex flex-col gap-1.5">
      <LabelledRow label={t("version")} help={t("versionHelp")} parameter="model_version">
        <ToggleGroup
          label={t("version")}
          value={chosen}
          options={[
            { value: "v2", label: "v2" },
            { value: "v3", label: "v3" },
            { value: "both", label: t("both") },
          ]}
          onValueChange={(value) => change({ versions: VERSIONS[value] })}
          className="w-40"
        />
      </LabelledRow>
      <LabelledRow label={t("count")} help={t("countHelp")} parameter="n">
        <ToggleGroup
          label={t("count")}
          value={COUNTS[output.n - 1] ?? "4"}
          options={COUNTS.map((value) => ({ value, label: value }))}
          onValueChange={(value) => change({ n: Number(value) })}
          className="w-40"
        />
      </LabelledRow>
    </div>
  );
}
