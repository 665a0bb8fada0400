import { BacklotError } from "#lib/base/errors.ts";
import { takeContainer } from "#lib/server/container-slot.ts";
import { route } from "#lib/server/route.ts";

export const dynamic = "force-dynamic";

/**
 * The Wanx contract itself, mounted while the studio runs on its own engine or is asked to: any DashScope client works against
 * `http://127.0.0.1:3000/api/v1`. Both slash forms arrive here; `request.url` says localhost, so the Host header goes along.
 */
async function wanx(request: Request): Promise<Response> {
  const { sandbox } = takeContainer();
  return sandbox ? sandbox.handle(request, request.headers.get("host") ?? undefined) : notMounted(request, noParams);
}

/** With a key the studio is a client of the contract, and serves it only when asked to. */
const notMounted = route(async ({ request }) => {
  throw new BacklotError("request/not-found", { path: new URL(request.url).pathname });
});
const noParams = { params: Promise.resolve({}) };

export { wanx as DELETE, wanx as GET, wanx as HEAD, wanx as PATCH, wanx as POST, wanx as PUT };
