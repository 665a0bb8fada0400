import { getAsset } from "#lib/api/operations/assets.ts";
import { answer } from "#lib/server/answer.ts";
import { methods } from "#lib/server/methods.ts";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  /** The picture; `?longSide=256` a WebP of at most that. The id is the hash of the bytes, so an answer is good for ever. */
  GET: answer(getAsset, async ({ params, query, container }) => {
    const { bytes, mediaType } = await container.assets.read(params.assetId, query.longSide);
    return new Response(new Uint8Array(bytes), {
      headers: {
        "content-type": mediaType,
        "cache-control": "private, max-age=31536000, immutable",
        "content-security-policy": "sandbox; default-src 'none'",
      },
    });
  }),
});
