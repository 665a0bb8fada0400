import { ENDPOINTS } from "#lib/wanx/contract/endpoints.ts";
import { accountOf } from "./account.ts";
import { cancel } from "./cancel.ts";
import type { Call, KeyedEndpoint, OpenEndpoint } from "./endpoint.ts";
import type { CallName } from "./fault-plan.ts";
import { list } from "./list.ts";
import { query } from "./query.ts";
import { RESULTS_PATH } from "./result-address.ts";
import { resultFile } from "./result-file.ts";
import { ServiceError } from "./service-error.ts";
import { methodNotAllowed, STORAGE_PATH } from "./storage-answer.ts";
import { submit } from "./submit.ts";
import { token } from "./token.ts";
import { uploadFile } from "./upload-file.ts";
import { UPLOAD_PATH, uploadPolicy } from "./upload-policy.ts";

const BASE_PATH = "/api/v1";

interface Route<Endpoint> {
  name: CallName;
  methods: readonly string[];
  /** Against the path without slashes at its end; the first group is the parameter. */
  pattern: RegExp;
  endpoint: Endpoint;
}

const TASKS_PATH = BASE_PATH + ENDPOINTS.tasks;

const openRoutes: Route<OpenEndpoint>[] = [
  { name: "upload", methods: ["POST"], pattern: exactly(UPLOAD_PATH), endpoint: uploadFile },
  { name: "result", methods: ["GET", "HEAD"], pattern: new RegExp(`^${RESULTS_PATH}(.+)$`), endpoint: resultFile },
];

const keyedRoutes: Route<KeyedEndpoint>[] = [
  { name: "submit", methods: ["POST"], pattern: exactly(BASE_PATH + ENDPOINTS.submit), endpoint: submit },
  { name: "policy", methods: ["GET"], pattern: exactly(BASE_PATH + ENDPOINTS.uploads), endpoint: uploadPolicy },
  { name: "token", methods: ["POST"], pattern: exactly(BASE_PATH + ENDPOINTS.tokens), endpoint: token },
  { name: "list", methods: ["GET"], pattern: exactly(TASKS_PATH), endpoint: list },
  { name: "query", methods: ["GET"], pattern: new RegExp(`^${TASKS_PATH}/([^/]+)$`), endpoint: query },
  { name: "cancel", methods: ["POST"], pattern: new RegExp(`^${TASKS_PATH}/([^/]+)/cancel$`), endpoint: cancel },
];

/**
 * Finds the endpoint; both slash forms are the same path and none redirects. Without a valid key every other path is 401,
 * with one an unknown path is 404. Throws `ServiceError`.
 */
export async function route(call: Call, fixedKey: string | undefined): Promise<Response> {
  const open = find(openRoutes, call);
  if (open) return open.endpoint({ ...call, parameter: open.parameter });
  if (call.url.pathname.startsWith(STORAGE_PATH)) return methodNotAllowed(call.requestId);
  const account = accountOf(call.request.headers.get("authorization"), call.service, fixedKey);
  const keyed = find(keyedRoutes, call);
  if (!keyed) throw new ServiceError("NotFound");
  return keyed.endpoint({ ...call, parameter: keyed.parameter }, account);
}

/** Which call a request is; undefined for what the service does not know. */
export function callOf({ method, url }: Request): CallName | undefined {
  const call = { request: { method }, url: new URL(url) };
  return (find(openRoutes, call) ?? find(keyedRoutes, call))?.name;
}

function find<Endpoint>(
  routes: Route<Endpoint>[],
  { request, url }: { request: Pick<Request, "method">; url: URL },
): (Route<Endpoint> & { parameter: string }) | undefined {
  const path = url.pathname.replace(/\/+$/, "");
  for (const route of routes) {
    const match = route.methods.includes(request.method) ? route.pattern.exec(path) : null;
    if (match) return { ...route, parameter: decode(match[1] ?? "") };
  }
  return undefined;
}

function exactly(path: string): RegExp {
  return new RegExp(`^${path.replace(/\/$/, "")}$`);
}

/** Any text may stand for a task id; one that is not well encoded names nothing. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
