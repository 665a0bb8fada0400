import { readFaultPlan } from "./fault-plan.ts";
import type { Faults } from "./faults.ts";
import type { Ledger } from "./ledger.ts";
import { readBody } from "./read-body.ts";
import { ServiceError } from "./service-error.ts";

const FAULTS_PATH = "/sandbox/faults";
const LEDGER_PATH = "/sandbox/ledger";
const MAX_PLAN_BYTES = 1024 * 1024;

/** Calls of whoever tests a client, beside the service's own paths. Undefined for every other path. */
export async function adminAnswer(request: Request, faults: Faults, ledger: Ledger): Promise<Response | undefined> {
  const { pathname } = new URL(request.url);
  switch (`${request.method} ${pathname}`) {
    case `GET ${FAULTS_PATH}`:
      return Response.json(faults.inUse);
    case `DELETE ${FAULTS_PATH}`:
      faults.use();
      return new Response(null, { status: 204 });
    case `PUT ${FAULTS_PATH}`:
      return takePlan(request, faults);
    case `GET ${LEDGER_PATH}`: {
      const lines = await Array.fromAsync(ledger.lines());
      return new Response(lines.join(""), { headers: { "content-type": "application/jsonl" } });
    }
  }
  if (pathname === FAULTS_PATH) return problem(405, "This is asked with GET, PUT or DELETE.");
  if (pathname === LEDGER_PATH) return problem(405, "This is asked with GET.");
  return undefined;
}

async function takePlan(request: Request, faults: Faults): Promise<Response> {
  try {
    faults.use(readFaultPlan(new TextDecoder().decode(await readBody(request, MAX_PLAN_BYTES))));
  } catch (error) {
    return problem(ServiceError.is(error) ? error.status : 400, (error as Error).message);
  }
  return Response.json(faults.inUse);
}

/** RFC 9457. */
function problem(status: number, detail: string): Response {
  const body = { status, title: status === 405 ? "Method not allowed" : "Not a fault plan", detail };
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/problem+json" } });
}
