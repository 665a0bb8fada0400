import { methods } from "#lib/server/methods.ts";

export const dynamic = "force-dynamic";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  GET: async () => Response.json({ status: "ok" }),
});
