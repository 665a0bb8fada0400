import { methods } from "#lib/server/methods.ts";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods<{ generationId: string }>({
  /** For a generation of which nobody knows whether it arrived: a person has looked, and wants it sent once more. It may then cost twice. */
  POST: async ({ params, container }) => Response.json(await container.runs.sendAgain(params.generationId)),
});
