import { uploadAsset } from "#lib/api/operations/assets.ts";
import { answer } from "#lib/server/answer.ts";
import { methods } from "#lib/server/methods.ts";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  /** The body is the picture itself, `?purpose=` says what for. */
  POST: answer(uploadAsset, ({ request, query, body, container }) =>
    container.assets.upload(body, request.headers.get("content-type") ?? undefined, query.purpose),
  ),
});
