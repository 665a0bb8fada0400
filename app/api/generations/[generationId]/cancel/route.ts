import { cancelGeneration } from "#lib/api/operations/runs.ts";
import { answer } from "#lib/server/answer.ts";
import { methods } from "#lib/server/methods.ts";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  /** 409 `run/not-cancelable` once upstream works on it: it would be charged all the same. */
  POST: answer(cancelGeneration, ({ params, container }) => container.runs.cancel(params.generationId)),
});
