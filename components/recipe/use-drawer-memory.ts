"use client";

import { useEffect } from "react";
import { isNarrow } from "#components/studio/use-view-only.ts";
import type { Editor } from "#lib/editor/editor.ts";
import { keepDrawerPreference, readDrawerPreference } from "./drawer-preference.ts";

/** The drawer is open again where it was open last; on a phone, where it covers everything, only when it is asked for. */
export function useDrawerMemory({ store }: Editor): void {
  useEffect(() => {
    if (readDrawerPreference().isOpen && !isNarrow()) store.setState({ shownRecipe: "canvas" });
    return store.subscribe(({ shownRecipe }, before) => {
      if ((shownRecipe === null) !== (before.shownRecipe === null))
        keepDrawerPreference({ isOpen: shownRecipe !== null });
    });
  }, [store]);
}
