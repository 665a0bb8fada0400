"use client";

import { useTranslations } from "use-intl";
import { useErrorText } from "#components/shell/use-error-text.ts";
import type { RecipeProblem } from "#lib/editor/recipe/read-recipe-text.ts";
import { useFindingText } from "./use-finding-text.ts";

/** What is wrong or worth knowing, in words. */
export function useProblemText(): (problem: RecipeProblem) => string {
  const t = useTranslations("recipe");
  const findingText = useFindingText();
  const errorText = useErrorText();
  return (problem) => {
    switch (problem.kind) {
      case "syntax":
        return t(`syntax.${problem.reason}`);
      case "refused":
        return errorText(problem.error).text;
      case "deprecated":
        return findingText(problem.finding);
      case "unknown":
        return t("unknown", { field: problem.field });
      case "repeated":
        return t("repeated", { field: problem.field });
      case "not-sent":
        return t("notSent", { field: problem.field });
    }
  };
}
