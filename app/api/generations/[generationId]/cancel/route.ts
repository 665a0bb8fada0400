import { route } from "#lib/server/route.ts";

/** 409 `run/not-cancelable` once upstream works on it: it would be charged all the same. */
export const POST = route<{ generationId: string }>(async ({ params, container }) =>
  Response.json(await container.runs.cancel(params.generationId)),
);
