import { route } from "#lib/server/route.ts";

export const dynamic = "force-dynamic";

export const GET = route(async () => Response.json({ status: "ok" }));
