import type { Clock } from "#lib/base/clock.ts";
import { ERROR_TABLE } from "#lib/wanx/contract/error-table.ts";
import type { Sandbox } from "./create-sandbox.ts";
import type { Hit } from "./fault-dice.ts";
import type { RuleOf } from "./fault-plan.ts";
import { type Faults, faultEntry, latencyMs } from "./faults.ts";
import { newRequestId } from "./ids.ts";
import { errorAnswer } from "./json-answer.ts";
import { readBody } from "./read-body.ts";
import { MAX_BODY_BYTES } from "./read-submission.ts";
import { callOf } from "./router.ts";
import { storageError } from "./storage-answer.ts";

/** How an answer goes out: whole, or in a way that only a socket can show. */
export interface Delivery {
  response: Response;
  /** Missing: as it should. `reset` sends nothing at all. The other two send `keep` of the body, 0 to below 1. */
  fault?: { kind: "reset" } | { kind: "truncate"; keep: number } | { kind: "stall"; keep: number; ms: number };
}

const CALL_FAULTS = ["latency", "error", "reset-before", "reset-after", "truncate", "stall", "flip", "html"] as const;
type CallFault = (typeof CALL_FAULTS)[number];

const HTML = { "content-type": "text/html" };

/** The sandbox's answer, unless the plan has something else for this call. */
export async function disturbedAnswer(
  parts: { sandbox: Sandbox; faults: Faults; clock: Clock },
  request: Request,
  hostHeader?: string,
): Promise<Delivery> {
  const { sandbox, faults, clock } = parts;
  const call = callOf(request);
  const hits = call ? faults.roll(call, CALL_FAULTS) : [];
  const delayMs = latencyMs(hits);
  const taken = hits.find(({ rule }) => rule.fault !== "latency");
  let waited = request;
  if (delayMs > 0) {
    waited = await held(request);
    await clock.sleep(delayMs);
  }

  if (!call || !taken) return { response: await sandbox.handle(waited, hostHeader) };
  const { rule } = taken;
  const isCarriedOut = rule.fault !== "reset-before" && rule.fault !== "error";
  const response = isCarriedOut ? await sandbox.handle(waited, hostHeader) : new Response(null);
  const requestId = requestIdOf(response) ?? newRequestId();
  await sandbox.ledger.record(faultEntry(rule, call, { requestId }));
  return rule.fault === "error" ? { response: errorInstead(rule, call, requestId) } : disturb(response, taken);
}

function requestIdOf({ headers }: Response): string | null {
  return headers.get("x-request-id") ?? headers.get("x-oss-request-id");
}

/** A body of known length is read before the wait: what arrived is carried out even when the client has gone by then. */
async function held(request: Request): Promise<Request> {
  const { url, method, headers, body } = request;
  if (!body || !(Number(headers.get("content-length") ?? Number.NaN) <= MAX_BODY_BYTES)) return request;
  return new Request(url, { method, headers, body: await readBody(request, MAX_BODY_BYTES) });
}

function errorInstead(rule: RuleOf<"error">, call: string, requestId: string): Response {
  const { code, body, message = ERROR_TABLE[code].message, status = ERROR_TABLE[code].status ?? 500 } = rule;
  if (body === "none") return new Response(null, { status });
  if (body === "html") return new Response(page(`${status} ${message}`), { status, headers: HTML });
  if (call === "upload" || call === "result") return storageError(status, code, message, requestId);
  const answer = errorAnswer({ code, message, status }, requestId);
  answer.headers.set("x-request-id", requestId);
  return answer;
}

async function disturb(response: Response, { rule, chance }: Hit<RuleOf<CallFault>>): Promise<Delivery> {
  switch (rule.fault) {
    case "reset-before":
    case "reset-after":
      return { response, fault: { kind: "reset" } };
    case "truncate":
      return { response, fault: { kind: "truncate", keep: rule.keep } };
    case "stall":
      return { response, fault: { kind: "stall", keep: rule.keep, ms: rule.ms } };
    case "flip":
      return { response: await flipped(response, rule.bits, chance) };
    case "html":
      return { response: response.ok ? new Response(page("Please sign in."), { headers: HTML }) : response };
    default:
      return { response };
  }
}

/** The headers, among them the sum of the bytes, stay those of the whole picture. */
async function flipped(response: Response, bits: number, chance: Hit["chance"]): Promise<Response> {
  if (!response.ok || !response.body) return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  for (let bit = 0; bit < bits; bit += 1) {
    const place = Math.floor(chance(`bit ${bit}`) * bytes.length * 8);
    bytes[place >> 3] = (bytes[place >> 3] ?? 0) ^ (1 << (place & 7));
  }
  return new Response(bytes, { status: response.status, headers: response.headers });
}

function page(text: string): string {
  return `<!doctype html>\n<html><head><title>${text}</title></head><body><h1>${text}</h1></body></html>\n`;
}
