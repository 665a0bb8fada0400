"use client";

import { useTranslations } from "use-intl";
import { findElement } from "#lib/composition/elements.ts";
import type { FindingTarget, GuideField } from "#lib/composition/finding.ts";
import { useEditor } from "./studio-context.tsx";

const GUIDE_LABELS = {
  prompt: "prompt",
  negativePrompt: "negativePrompt",
  image: "image",
  noiseLevel: "noise",
  promptWeight: "weight",
} as const satisfies Record<GuideField, string>;

/** What a part of the document is called on the screen; an element by its own name, a field by its label. */
export function useTargetName(): (target: FindingTarget) => string {
  const t = useTranslations("studio");
  const document = useEditor((state) => state.document);
  return (target) => {
    if (target.kind === "guide") return t(`guide.${GUIDE_LABELS[target.field]}`);
    if (target.kind !== "element") return t(`findings.target.${target.kind}`);
    return findElement(document, target.id)?.element.name || t("findings.target.element");
  };
}
