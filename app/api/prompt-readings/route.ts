import { readPrompts } from "#lib/api/operations/prompts.ts";
import { answer } from "#lib/server/answer.ts";
import { methods } from "#lib/server/methods.ts";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  /** The words of prompts that the preview engine does not know. */
  POST: answer(readPrompts, async ({ body, container }) => ({
    readings: container.readPrompts(body.prompts, body.role),
  })),
});
