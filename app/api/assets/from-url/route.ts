import { fetchAsset } from "#lib/api/operations/assets.ts";
import { answer } from "#lib/server/answer.ts";
import { methods } from "#lib/server/methods.ts";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  /** A picture from a public address, kept like an upload. */
  POST: answer(fetchAsset, ({ body, container }) => container.assets.fetchFrom(body.url, body.purpose)),
});
