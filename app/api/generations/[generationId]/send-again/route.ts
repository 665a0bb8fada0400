import { route } from "#lib/server/route.ts";

/** For a generation of which nobody knows whether it arrived: a person has looked, and wants it sent once more. It may then cost twice. */
export const POST = route<{ generationId: string }>(async ({ params, container }) =>
  Response.json(await container.runs.sendAgain(params.generationId)),
);
