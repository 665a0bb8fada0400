import { assetPurposeSchema } from "#lib/api/asset-view.ts";
import { BacklotError } from "#lib/base/errors.ts";
import { methods } from "#lib/server/methods.ts";
import { parse, readBytes } from "#lib/server/read-body.ts";

/** Far above a 2048 px RGBA PNG (16 MB uncompressed), far below what would hurt. */
const UPLOAD_LIMIT_MB = 40;

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  /** The body is the picture itself, `?purpose=` says what for. */
  POST: async ({ request, container }) => {
    const query = new URL(request.url).searchParams;
    const purpose = parse(query.get("purpose"), assetPurposeSchema, "purpose");
    const bytes = await readBytes(
      request,
      UPLOAD_LIMIT_MB * 1024 * 1024,
      () => new BacklotError("upload/too-large", { limitMegabytes: UPLOAD_LIMIT_MB }),
    );
    const asset = await container.assets.upload(bytes, request.headers.get("content-type") ?? undefined, purpose);
    return Response.json(asset, { status: 201, headers: { location: `/api/assets/${asset.id}` } });
  },
});
