import { takeContainer } from "#lib/server/container-slot.ts";

export const dynamic = "force-dynamic";

/**
 * The Wanx contract itself, mounted while the studio runs on its own engine: any DashScope client works against
 * `http://127.0.0.1:3000/api/v1`. Both slash forms arrive here; `request.url` says localhost, so the Host header goes along.
 */
async function wanx(request: Request): Promise<Response> {
  const { sandbox } = takeContainer();
  if (sandbox === null) return Response.json({ code: "NotFound", message: "Not found!" }, { status: 404 });
  return sandbox.handle(request, request.headers.get("host") ?? undefined);
}

export { wanx as DELETE, wanx as GET, wanx as HEAD, wanx as PATCH, wanx as POST, wanx as PUT };
