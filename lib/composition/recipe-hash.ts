import { canonicalJson, type Recipe } from "./recipe.ts";
import { sha256Hex } from "./sha-256.ts";

/**
 * Lower-case hex SHA-256 of the canonical text: equal for equal recipes on both sides, whatever the order of their keys. It names pixels
 * only where the recipe does; see `withFlattenedLayers` and `contentRecipe`.
 */
export function recipeHash(recipe: Recipe): string {
  return sha256Hex(canonicalJson(recipe));
}
