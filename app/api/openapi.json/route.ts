import { getOpenApi } from "#lib/api/operations/studio.ts";
import { answer } from "#lib/server/answer.ts";
import { methods } from "#lib/server/methods.ts";
import { describeApi } from "#lib/server/openapi/describe-api.ts";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  GET: answer(getOpenApi, async () => ({ ...describeApi("en") })),
});
