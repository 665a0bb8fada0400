"use client";

import { useTranslations } from "use-intl";
import { useErrorText } from "#components/shell/use-error-text.ts";
import { loadFacts, rememberFacts } from "#components/studio/asset-facts.ts";
import { useStudio } from "#components/studio/studio-context.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { GenerationRecipe } from "#lib/api/recipe-view.ts";
import { documentFromRecipe } from "#lib/composition/apply-recipe.ts";
import type { ProjectDocument } from "#lib/composition/document.ts";
import { distinctPictures } from "#lib/composition/recipe-pictures.ts";
import type { EditName } from "#lib/editor/editor-state.ts";
import { findPicture } from "./find-picture.ts";

/** Puts another document on the canvas, with the way back in a toast. */
export function usePlaceDocument() {
  const t = useTranslations("recipe");
  const { editor, facts } = useStudio();
  return (name: EditName, document: ProjectDocument, said: { title: string; description?: string }) => {
    const before = editor.store.getState().document;
    editor.edit(name, () => document, { select: null });
    void loadFacts(facts, document);
    showToast({
      ...said,
      action: {
        label: t("undo"),
        // What was done since stays in the history, before a step that takes it all back.
        onAction: () => {
          if (editor.store.getState().document === document) editor.undo();
          else editor.edit(name, () => before, { select: null });
        },
      },
    });
  };
}

/** Brings back the scene of a generation: the document itself, or what was sent where that was not kept. */
export function useRestore() {
  const t = useTranslations("recipe");
  const errorText = useErrorText();
  const place = usePlaceDocument();
  const { facts } = useStudio();
  return async ({ recipe, document }: GenerationRecipe) => {
    if (document) {
      place("restore-scene", document, { title: t("restored") });
      return;
    }
    try {
      const found = await Promise.all(
        distinctPictures(recipe).map(async (picture) => [
          picture.address,
          await findPicture(picture, { remember: (asset) => rememberFacts(facts, asset) }),
        ]),
      );
      place("restore-scene", documentFromRecipe(recipe, Object.fromEntries(found)), {
        title: t("restored"),
        description: t("restoredFlat"),
      });
    } catch (error) {
      showToast({ title: t("generationLoad"), description: errorText(error).text, tone: "danger" });
    }
  };
}
