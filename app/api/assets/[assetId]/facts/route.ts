import { route } from "#lib/server/route.ts";

/** The picture's size, type and what was measured of it when it came. */
export const GET = route<{ assetId: string }>(async ({ params, container }) =>
  Response.json(await container.assets.get(params.assetId)),
);
