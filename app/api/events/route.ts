import { streamEvents } from "#lib/api/operations/events.ts";
import { answer } from "#lib/server/answer.ts";
import { methods } from "#lib/server/methods.ts";
import { eventStream } from "#lib/server/sse.ts";

export const dynamic = "force-dynamic";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  /**
   * Every change of every generation, as it is committed. `Last-Event-ID` (a browser sends it by itself) or `?after=` resumes
   * without a gap or a repeat; without either, only what comes from now on.
   */
  GET: answer(streamEvents, async ({ request, query, headers, container }) =>
    eventStream(request.signal, await container.openEvents(headers["Last-Event-ID"] ?? query.after)),
  ),
});
