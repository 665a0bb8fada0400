import { getGenerationRecipe } from "#lib/api/operations/pictures.ts";
import { answer } from "#lib/server/answer.ts";
import { methods } from "#lib/server/methods.ts";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  /** What was sent, its pictures named by content, and the document it was compiled from. */
  GET: answer(getGenerationRecipe, ({ params, container }) => container.runs.recipe(params.generationId)),
});
