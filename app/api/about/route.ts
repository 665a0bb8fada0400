import { methods } from "#lib/server/methods.ts";

export const dynamic = "force-dynamic";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  /** What the studio runs on and what a picture costs there. */
  GET: async ({ container }) => Response.json(container.about),
});
