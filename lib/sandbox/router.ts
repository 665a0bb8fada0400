import { ENDPOINTS } from "#lib/wanx/contract/endpoints.ts";
import { accountOf } from "./account.ts";
import { cancel } from "./cancel.ts";
import { list } from "./list.ts";
import { query } from "./query.ts";
import { RESULTS_PATH } from "./result-address.ts";
import { resultFile } from "./result-file.ts";
import type { Call, KeyedEndpoint, OpenEndpoint } from "./service.ts";
import { ServiceError } from "./service-error.ts";
import { submit } from "./submit.ts";
import { uploadFile } from "./upload-file.ts";
import { UPLOAD_PATH, uploadPolicy } from "./upload-policy.ts";

const BASE_PATH = "/api/v1";

interface Route<Endpoint> {
  methods: readonly string[];
  /** Against the path without slashes at its end; the first group is the parameter. */
  pattern: RegExp;
  endpoint: Endpoint;
}

const openRoutes: Route<OpenEndpoint>[] = [
  { methods: ["POST"], pattern: exactly(UPLOAD_PATH), endpoint: uploadFile },
  { methods: ["GET", "HEAD"], pattern: new RegExp(`^${RESULTS_PATH}(.+)$`), endpoint: resultFile },
];

const keyedRoutes: Route<KeyedEndpoint>[] = [
  { methods: ["POST"], pattern: exactly(BASE_PATH + ENDPOINTS.submit), endpoint: submit },
  { methods: ["GET"], pattern: exactly(BASE_PATH + ENDPOINTS.uploads), endpoint: uploadPolicy },
  { methods: ["GET"], pattern: exactly(BASE_PATH + ENDPOINTS.tasks), endpoint: list },
  { methods: ["GET"], pattern: new RegExp(`^${BASE_PATH}${ENDPOINTS.tasks}/([^/]+)$`), endpoint: query },
  { methods: ["POST"], pattern: new RegExp(`^${BASE_PATH}${ENDPOINTS.tasks}/([^/]+)/cancel$`), endpoint: cancel },
];

/**
 * Finds the endpoint; both slash forms are the same path and none redirects. Without a valid key every other path is 401,
 * with one an unknown path is 404. Throws `ServiceError`.
 */
export async function route(call: Call, fixedKey: string | undefined): Promise<Response> {
  const open = find(openRoutes, call);
  if (open) return open.endpoint({ ...call, parameter: open.parameter });
  const account = accountOf(call.request.headers.get("authorization"), fixedKey);
  const keyed = find(keyedRoutes, call);
  if (!keyed) throw new ServiceError("NotFound");
  return keyed.endpoint({ ...call, parameter: keyed.parameter }, account);
}

function find<Endpoint>(routes: Route<Endpoint>[], { request, url }: Call) {
  const path = url.pathname.replace(/\/+$/, "");
  for (const { methods, pattern, endpoint } of routes) {
    const match = methods.includes(request.method) ? pattern.exec(path) : null;
    if (match) return { endpoint, parameter: decode(match[1] ?? "") };
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
