"use client";

import { useTranslations } from "use-intl";
import { findElement } from "#lib/composition/elements.ts";
import type { FindingTarget } from "#lib/composition/finding.ts";
import { useEditor } from "./studio-context.tsx";

/** What a part of the document is called on the screen; an element by its own name. */
export function useTargetName(): (target: FindingTarget) => string {
  const t = useTranslations("studio.findings.target");
  const document = useEditor((state) => state.document);
  return (target) => {
    if (target.kind !== "element") return t(target.kind);
    return findElement(document, target.id)?.element.name || t("element");
  };
}
