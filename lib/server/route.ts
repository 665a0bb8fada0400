import { BacklotError } from "#lib/base/errors.ts";
import { takeContainer } from "./container-slot.ts";
import type { Container } from "./create-container.ts";
import { localeOf, problemBody } from "./problem-answer.ts";

export type RouteHandler<Params> = (call: {
  request: Request;
  params: Params;
  container: Container;
}) => Promise<Response>;

/**
 * A route of the studio's own API: whatever the handler throws becomes problem JSON in the reader's language; what is ours to mend
 * is logged whole and told as `internal` with the request id that stands in the log.
 */
export function route<Params = Record<string, never>>(handler: RouteHandler<Params>) {
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const container = takeContainer();
    try {
      return await handler({ request, params: await context.params, container });
    } catch (error) {
      const locale = localeOf(request.headers.get("cookie"), request.headers.get("accept-language"));
      const body = problemBody(error, locale);
      if (!BacklotError.is(error)) container.log.error({ err: error, requestId: body.requestId }, "request failed");
      return Response.json(body, {
        status: body.status,
        headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
      });
    }
  };
}
