import { methods } from "#lib/server/methods.ts";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods<{ generationId: string }>({
  /** 409 `run/not-cancelable` once upstream works on it: it would be charged all the same. */
  POST: async ({ params, container }) => Response.json(await container.runs.cancel(params.generationId)),
});
