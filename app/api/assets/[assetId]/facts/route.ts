import { getAssetFacts } from "#lib/api/operations/assets.ts";
import { answer } from "#lib/server/answer.ts";
import { methods } from "#lib/server/methods.ts";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  /** The picture's size, type and what was measured of it when it came. */
  GET: answer(getAssetFacts, ({ params, container }) => container.assets.get(params.assetId)),
});
