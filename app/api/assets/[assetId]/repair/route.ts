import { repairAsset } from "#lib/api/operations/assets.ts";
import { answer } from "#lib/server/answer.ts";
import { methods } from "#lib/server/methods.ts";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  POST: answer(repairAsset, ({ params, body, container }) => container.assets.repair(params.assetId, body.repair)),
});
