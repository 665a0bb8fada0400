import { methods } from "#lib/server/methods.ts";
import { digitsSchema, parse } from "#lib/server/read-body.ts";
import { eventStream } from "#lib/server/sse.ts";

export const dynamic = "force-dynamic";

const lastEventIdSchema = digitsSchema.optional();

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  /**
   * Every change of every generation, as it is committed. `Last-Event-ID` (a browser sends it by itself) or `?after=` resumes
   * without a gap or a repeat; without either, only what comes from now on.
   */
  GET: async ({ request, container }) => {
    const asked = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after");
    const after = parse(asked || undefined, lastEventIdSchema, "Last-Event-ID");
    return eventStream(request.signal, await container.openEvents(after));
  },
});
