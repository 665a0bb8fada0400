import type { GenerationRecipe } from "#lib/api/recipe-view.ts";
import { BacklotError } from "#lib/base/errors.ts";
import { loadDocument } from "#lib/composition/load-document.ts";
import { recipeSchema, withFlattenedLayers } from "#lib/composition/recipe.ts";
import { recipeHash } from "#lib/composition/recipe-hash.ts";
import { findGeneration } from "#lib/db/generation-repository.ts";
import { findRunDocument } from "#lib/db/run-repository.ts";
import type { Executor } from "#lib/db/studio-schema.ts";
import type { FlattenLayers } from "./flatten-layers.ts";
import { storedLayersSchema, storedPlanSchema } from "./stored-json.ts";

/**
 * What a generation was sent with, or will be: where the layers were not drawn yet (it waits, or is of a release that did not note them
 * down) they are now. Throws `generation/not-found` and what `FlattenLayers` throws.
 */
export async function readGenerationRecipe(
  { db, flattenLayers }: { db: Executor; flattenLayers: FlattenLayers },
  generationId: string,
): Promise<GenerationRecipe> {
  const row = await findGeneration(db, generationId);
  if (!row) throw new BacklotError("generation/not-found", { id: generationId });
  const layers = storedLayersSchema.parse(row.layers) ?? (await flattenLayers(storedPlanSchema.parse(row.plan)));
  const recipe = withFlattenedLayers(recipeSchema.parse(row.recipe), layers);
  const document = await findRunDocument(db, row.runId);
  return { recipe, document: document === null ? null : loadDocument(document), hash: recipeHash(recipe) };
}
