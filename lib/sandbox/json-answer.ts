import type { ServiceError } from "./service-error.ts";

/** Media types as recorded: with a charset from the task endpoints, without from the others. */
const JSON_TYPE = "application/json";
const TASK_JSON_TYPE = "application/json;charset=UTF-8";

export function jsonAnswer(body: object, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { headers: { "content-type": JSON_TYPE, ...headers } });
}

export function taskAnswer(body: object): Response {
  return jsonAnswer(body, { "content-type": TASK_JSON_TYPE });
}

/** `{ code, message, request_id }` with the error's HTTP status. */
export function errorAnswer(error: Pick<ServiceError, "code" | "message" | "status">, requestId: string): Response {
  return new Response(JSON.stringify({ code: error.code, message: error.message, request_id: requestId }), {
    status: error.status,
    headers: { "content-type": JSON_TYPE },
  });
}
