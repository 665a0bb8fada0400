"use client";

import { useTranslations } from "use-intl";
import type { ChangeSubject } from "#lib/editor/recipe/compare-scenes.ts";

/** What a change is about, in the words of the studio's own fields. */
export function useChangeLabel(): (subject: ChangeSubject) => string {
  const t = useTranslations("recipe.changes");
  return (subject) => {
    switch (subject.kind) {
      case "element":
        return t(subject.group === "foreground" ? "elementForeground" : "elementBackground", { name: subject.name });
      case "element-prompt":
        return t("prompt", { name: subject.name });
      case "place":
      case "picture":
        return t(subject.kind, { name: subject.group === "subject" ? t("subject") : subject.name });
      case "order":
        return t(subject.group === "foreground" ? "orderForeground" : "orderBackground");
      default:
        return t(subject.kind);
    }
  };
}
