import { readPicture } from "#lib/api/operations/pictures.ts";
import { answer } from "#lib/server/answer.ts";
import { methods } from "#lib/server/methods.ts";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  /** The body is a picture file; the answer is what it brings with it. */
  POST: answer(readPicture, ({ body, container }) => container.pictures.read(body)),
});
