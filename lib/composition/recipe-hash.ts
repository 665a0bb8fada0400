import { canonicalJson } from "./recipe.ts";
import type { RequestBody } from "./request-body.ts";
import { sha256Hex } from "./sha-256.ts";

/**
 * Lower-case hex SHA-256 of the canonical text: equal for equal recipes on both sides, whatever the order of their keys. It names pixels
 * only where the recipe does; see `withFlattenedLayers` and `contentRecipe`.
 */
export function recipeHash(recipe: RequestBody): string {
  return sha256Hex(canonicalJson(recipe));
}
