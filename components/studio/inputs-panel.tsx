"use client";

import { useTranslations } from "use-intl";
import { ScrollArea } from "#components/ui/scroll-area.tsx";
import { GenerateBar } from "./generate-bar.tsx";
import { GuideImageSlot } from "./guide-image-slot.tsx";
import { GuideSliders } from "./guide-sliders.tsx";
import { PanelSection } from "./panel-section.tsx";
import { PromptField } from "./prompt-field.tsx";
import { SubjectSlot } from "./subject-slot.tsx";

/** What goes in, in the order of the API. */
export function InputsPanel({ isSending }: { isSending: boolean }) {
  const t = useTranslations("studio");
  return (
    <aside aria-label={t("panels.inputs")} className="flex h-full min-h-0 flex-col bg-surface-2">
      <ScrollArea className="min-h-0 flex-1">
        <SubjectSlot />
        <PanelSection title={t("guide.title")} mark="guide">
          <PromptField name="prompt" />
          <PromptField name="negativePrompt" />
          <GuideImageSlot />
          <GuideSliders />
        </PanelSection>
      </ScrollArea>
      <GenerateBar isSending={isSending} />
    </aside>
  );
}
