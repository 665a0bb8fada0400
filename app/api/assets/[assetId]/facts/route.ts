import { methods } from "#lib/server/methods.ts";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods<{ assetId: string }>({
  /** The picture's size, type and what was measured of it when it came. */
  GET: async ({ params, container }) => Response.json(await container.assets.get(params.assetId)),
});
