import { BacklotError } from "#lib/base/errors.ts";
import { type RouteHandler, route } from "./route.ts";

type Written = "DELETE" | "GET" | "PATCH" | "POST" | "PUT";
type NextHandler<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

const WRITTEN: readonly Written[] = ["DELETE", "GET", "PATCH", "POST", "PUT"];

/**
 * What a route file exports: its handlers, `HEAD` where there is a `GET`, `OPTIONS`, and for every other method a problem that names
 * it (405, with `Allow`). Left to itself Next answers those with an empty body.
 */
export function methods<Params = Record<string, never>>(
  handlers: Partial<Record<Written, RouteHandler<Params>>>,
): Record<Written | "HEAD" | "OPTIONS", NextHandler<Params>> {
  const taken = WRITTEN.filter((method) => handlers[method] !== undefined);
  const allow = [...taken, ...(handlers.GET ? ["HEAD"] : []), "OPTIONS"].sort().join(", ");

  const refuse: NextHandler<Params> = async (request, context) => {
    const answer = await route<Params>(async () => {
      throw new BacklotError("request/method-not-allowed", { method: request.method });
    })(request, context);
    answer.headers.set("allow", allow);
    return answer;
  };
  const of = (method: Written) => {
    const handler = handlers[method];
    return handler ? route(handler) : refuse;
  };
  const get = of("GET");

  return {
    DELETE: of("DELETE"),
    GET: get,
    PATCH: of("PATCH"),
    POST: of("POST"),
    PUT: of("PUT"),
    async HEAD(request, context) {
      const { status, headers, body } = await get(request, context);
      // An event stream would else stay open for nobody.
      await body?.cancel();
      return new Response(null, { status, headers });
    },
    OPTIONS: async () => new Response(null, { status: 204, headers: { allow } }),
  };
}
