"use client";

import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useEditor } from "#components/studio/studio-context.tsx";
import type { GenerationRecipe } from "#lib/api/recipe-view.ts";
import { generationRecipeQuery } from "#lib/client/queries.ts";
import type { ModelVersion } from "#lib/composition/document.ts";
import type { RecipeSource } from "#lib/editor/editor-state.ts";
import type { Scene } from "#lib/editor/recipe/compare-scenes.ts";
import { recipeOf, versionOf } from "#lib/editor/recipe/recipe-text.ts";

/** What a generation was sent with; asks for nothing while the canvas is meant. */
export function useSentRecipe(source: RecipeSource): UseQueryResult<GenerationRecipe> {
  return useQuery({ ...generationRecipeQuery(source), enabled: source !== "canvas" });
}

/** The canvas as a scene, as it would be sent to `version` if that is switched on. */
export function useCanvasScene(version: ModelVersion | undefined): Scene {
  const document = useEditor((state) => state.document);
  return { recipe: recipeOf(document, versionOf(document, version)), document };
}
