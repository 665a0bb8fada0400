import { exportPicture } from "#lib/api/operations/pictures.ts";
import { answer } from "#lib/server/answer.ts";
import { attachment } from "#lib/server/content-disposition.ts";
import { methods } from "#lib/server/methods.ts";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  /** A finished picture to take away, `?format=png|webp|jpeg`, with what it was made from embedded. */
  GET: answer(exportPicture, async ({ params, query, container }) => {
    const { bytes, mediaType, fileName } = await container.pictures.export(params.pictureId, query.format);
    return new Response(new Uint8Array(bytes), {
      headers: {
        "content-type": mediaType,
        "content-disposition": attachment(fileName),
        "cache-control": "private, no-cache",
        "content-security-policy": "sandbox; default-src 'none'",
      },
    });
  }),
});
