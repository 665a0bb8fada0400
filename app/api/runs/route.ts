import { createRun, listRuns } from "#lib/api/operations/runs.ts";
import { answer } from "#lib/server/answer.ts";
import { methods } from "#lib/server/methods.ts";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  GET: answer(listRuns, ({ query, container }) => container.runs.list(query)),

  /** 202: the generations are queued, the money is reserved; news comes by `/api/events`. */
  POST: answer(createRun, ({ body, container, remember }) => container.runs.create(body, remember)),
});
