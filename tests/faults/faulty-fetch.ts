/** What happens to one call on its way; `undefined` lets it pass. */
export type Fault =
  /** Nobody listens: not one byte was sent. */
  | { kind: "refused" }
  /** It arrives and is carried out, and the line breaks before the answer is back. */
  | { kind: "answer-lost" }
  /** The answer is cut off in its middle. */
  | { kind: "answer-cut" }
  /** Somebody in between, or upstream, answers instead; it is not carried out. */
  | { kind: "answered"; status: number; body: unknown; headers?: Record<string, string> }
  /** It is carried out, and `change` is applied to the JSON of the answer. */
  | { kind: "changed"; change: (body: unknown) => unknown };

export type Call = { method: string; path: string; count: number };
export type FaultPlan = (call: Call) => Fault | undefined;

export type FaultyFetch = {
  fetch: typeof globalThis.fetch;
  /** Every call that set out, as `POST /api/v1/…`. */
  calls: string[];
  /** Holds from now on. */
  plan(plan: FaultPlan): void;
};

/** A network between a client and a service that breaks where the plan says. `count` is the number of this call among its equals, from 1. */
export function createFaultyFetch(inner: typeof globalThis.fetch): FaultyFetch {
  const calls: string[] = [];
  let plan: FaultPlan = () => undefined;

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { method } = request;
    const path = new URL(request.url).pathname.replace(/\/$/, "");
    const name = `${method} ${path}`;
    calls.push(name);
    const fault = plan({ method, path, count: calls.filter((call) => call === name).length });
    switch (fault?.kind) {
      case "refused":
        throw brokenLine("ECONNREFUSED", "connect");
      case "answer-lost":
        await inner(request);
        throw brokenLine("ECONNRESET", "read");
      case "answer-cut":
        return cutOff(await inner(request));
      case "answered":
        return Response.json(fault.body, { status: fault.status, headers: fault.headers });
      case "changed":
        return Response.json(fault.change(await (await inner(request)).json()));
      default:
        return await inner(request);
    }
  };
  return {
    fetch,
    calls,
    plan(next) {
      plan = next;
    },
  };
}

/** As fetch of Node says it. */
function brokenLine(code: string, syscall: string): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(`${syscall} ${code}`), { code, syscall }) });
}

async function cutOff(answer: Response): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return new Response(bytes.slice(0, bytes.length / 2), { status: answer.status, headers: answer.headers });
}
