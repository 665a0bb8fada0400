import { ERROR_STATUS, type ErrorCode } from "#lib/base/error-codes.ts";
import type { Operation } from "./operation.ts";

const JSON_BODY: readonly ErrorCode[] = [
  "request/unsupported-media-type",
  "request/malformed-json",
  "request/too-large",
  "upload/incomplete",
];
const FILE_BODY: readonly ErrorCode[] = ["upload/too-large", "upload/incomplete"];

/** Every code that an operation may answer, its own and those of its kind, by status and then by name. */
export function errorsOf(operation: Operation): readonly ErrorCode[] {
  const { method, query, headers, body, creates, errors } = operation;
  const codes = new Set<ErrorCode>(["request/foreign-host", "internal", ...errors]);
  const add = (more: readonly ErrorCode[]) => {
    for (const code of more) codes.add(code);
  };
  if (method !== "GET") add(["request/foreign-origin", "storage/full"]);
  if (query || headers || creates || body?.kind === "json") add(["request/invalid"]);
  if (body) add(body.kind === "json" ? JSON_BODY : FILE_BODY);
  if (creates) add(["request/idempotency-mismatch"]);
  return [...codes].sort((a, b) => ERROR_STATUS[a] - ERROR_STATUS[b] || (a < b ? -1 : 1));
}
