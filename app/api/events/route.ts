import { z } from "zod";
import { parse } from "#lib/server/read-body.ts";
import { route } from "#lib/server/route.ts";
import { eventStream } from "#lib/server/sse.ts";

export const dynamic = "force-dynamic";

const lastEventIdSchema = z.coerce.number().int().min(0).optional();

/**
 * Every change of every generation, as it is committed. `Last-Event-ID` (a browser sends it by itself) or `?after=` resumes
 * without a gap or a repeat; without either, only what comes from now on.
 */
export const GET = route(async ({ request, container }) => {
  const asked = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after") ?? undefined;
  const after = parse(asked, lastEventIdSchema, "Last-Event-ID");
  return eventStream(request.signal, await container.openEvents(after));
});
