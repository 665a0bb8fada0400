import { fetchPictureSchema } from "#lib/api/recipe-view.ts";
import { methods } from "#lib/server/methods.ts";
import { readJson } from "#lib/server/read-body.ts";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  /** A picture from a public address, kept like an upload. */
  POST: async ({ request, container }) => {
    const { url, purpose } = await readJson(request, fetchPictureSchema);
    const asset = await container.assets.fetchFrom(url, purpose);
    return Response.json(asset, { status: 201, headers: { location: `/api/assets/${asset.id}` } });
  },
});
