"use client";

import { useStore } from "zustand";
import { rememberFacts } from "#components/studio/asset-facts.ts";
import { type StudioSession, useStudio } from "#components/studio/studio-context.tsx";
import { systemClock } from "#lib/base/clock.ts";
import type { Editor } from "#lib/editor/editor.ts";
import { createRecipeSync, type RecipeSync, type RecipeSyncState } from "#lib/editor/recipe/recipe-sync.ts";
import { findPicture } from "./find-picture.ts";

/** A text that is not finished outlives the drawer: it is there again when that is opened. */
const syncs = new WeakMap<Editor, RecipeSync>();

function syncOf({ editor, facts }: StudioSession): RecipeSync {
  const known = syncs.get(editor);
  if (known) return known;
  const sync = createRecipeSync(editor, {
    clock: systemClock,
    findPicture: (picture, signal) =>
      findPicture(picture, { signal, remember: (asset) => rememberFacts(facts, asset) }),
  });
  syncs.set(editor, sync);
  return sync;
}

export function useRecipeSync(): RecipeSync {
  return syncOf(useStudio());
}

/** One part of the text's state; renders again only when that part changes. */
export function useRecipeText<Part>(part: (state: RecipeSyncState) => Part): Part {
  return useStore(useRecipeSync().store, part);
}
