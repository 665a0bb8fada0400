import { sendGenerationAgain } from "#lib/api/operations/runs.ts";
import { answer } from "#lib/server/answer.ts";
import { methods } from "#lib/server/methods.ts";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  /** For a generation of which nobody knows whether it arrived: a person has looked, and wants it sent once more. It may then cost twice. */
  POST: answer(sendGenerationAgain, ({ params, container }) => container.runs.sendAgain(params.generationId)),
});
