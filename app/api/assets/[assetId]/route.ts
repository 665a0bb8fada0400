import { z } from "zod";
import { methods } from "#lib/server/methods.ts";
import { digitsSchema, parse } from "#lib/server/read-body.ts";

const longSideSchema = digitsSchema.pipe(z.int().min(16).max(2048)).optional();

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods<{ assetId: string }>({
  /** The picture; `?longSide=256` a WebP of at most that. The id is the hash of the bytes, so an answer is good for ever. */
  GET: async ({ request, params, container }) => {
    const longSide = parse(new URL(request.url).searchParams.get("longSide") ?? undefined, longSideSchema, "longSide");
    const { bytes, mediaType } = await container.assets.read(params.assetId, longSide);
    return new Response(new Uint8Array(bytes), {
      headers: {
        "content-type": mediaType,
        "cache-control": "private, max-age=31536000, immutable",
        "content-security-policy": "sandbox; default-src 'none'",
      },
    });
  },
});
