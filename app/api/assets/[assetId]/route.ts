import { z } from "zod";
import { parse } from "#lib/server/read-body.ts";
import { route } from "#lib/server/route.ts";

const longSideSchema = z.coerce.number().int().min(16).max(2048).optional();

/** The picture; `?longSide=256` a WebP of at most that. The id is the hash of the bytes, so an answer is good for ever. */
export const GET = route<{ assetId: string }>(async ({ request, params, container }) => {
  const longSide = parse(new URL(request.url).searchParams.get("longSide") ?? undefined, longSideSchema, "longSide");
  const { bytes, mediaType } = await container.assets.read(params.assetId, longSide);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": mediaType,
      "cache-control": "private, max-age=31536000, immutable",
      "content-security-policy": "sandbox; default-src 'none'",
    },
  });
});
