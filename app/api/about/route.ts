import { route } from "#lib/server/route.ts";

export const dynamic = "force-dynamic";

/** What the studio runs on and what a picture costs there. */
export const GET = route(async ({ container }) => Response.json(container.about));
