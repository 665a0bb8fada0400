import type { z } from "zod";
import { HEADERS } from "#lib/wanx/contract/endpoints.ts";
import { MODEL_NOT_EXIST } from "#lib/wanx/contract/error-table.ts";
import { isOssUrl } from "#lib/wanx/contract/input-url.ts";
import { LIMITS, MODEL_NAME } from "#lib/wanx/contract/limits.ts";
import { inputUrls, type SubmitRequest, submitRequestSchema } from "#lib/wanx/contract/submit-request.ts";
import { readBody } from "./read-body.ts";
import { ServiceError } from "./service-error.ts";

/** The gateway's limit of a body without inlined pictures. */
export const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** First half of the checks: a JSON object that names the one model. Throws 400 or 413. */
export async function readSubmission(request: Request): Promise<Record<string, unknown>> {
  const mediaType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const bytes = await readBody(request, MAX_BODY_BYTES);
  if (mediaType !== "application/json") throw new ServiceError("InvalidParameter");
  const body = parseJson(bytes);
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new ServiceError("BadRequest.IllegalInput");
  }
  const submission = body as Record<string, unknown>;
  if (typeof submission.model !== "string" || submission.model === "") throw new ServiceError("BadRequest.EmptyModel");
  if (submission.model !== MODEL_NAME) throw new ServiceError("InvalidParameter", MODEL_NOT_EXIST);
  return submission;
}

/** Second half: types, ranges, lists, and the header that `oss://` addresses need. Throws 400. */
export function checkSubmission(submission: Record<string, unknown>, headers: Headers): SubmitRequest {
  const { input } = submission;
  if (input === undefined || input === null) throw new ServiceError("BadRequest.EmptyInput");
  if (typeof input !== "object" || Array.isArray(input)) throw new ServiceError("BadRequest.IllegalInput");
  const parsed = submitRequestSchema.safeParse(submission);
  if (!parsed.success) throw new ServiceError("InvalidParameter", describe(parsed.error.issues[0], submission));
  const resolves = headers.get(HEADERS.resolveOss)?.toLowerCase() === "enable";
  if (!resolves && inputUrls(parsed.data).some(isOssUrl)) {
    throw new ServiceError(
      "InvalidParameter",
      "The provided URL does not appear to be valid. Ensure it is correctly formatted.",
    );
  }
  return parsed.data;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new ServiceError("InvalidParameter", undefined, { cause });
  }
}

/** The words of `Range of … should be` and `Field required` are the service's; for the rest it publishes none. */
function describe(issue: z.core.$ZodIssue | undefined, submission: Record<string, unknown>): string {
  const path = issue?.path.map(String) ?? [];
  const name = path.at(-1) ?? "";
  const range = { n: LIMITS.n, noise_level: LIMITS.noiseLevel, ref_prompt_weight: LIMITS.promptWeight }[name];
  if (range && path[0] === "parameters") return `Range of ${name} should be [${range.min}, ${range.max}]`;
  const value = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], submission);
  const field = path.join(".");
  if (value === undefined && issue?.code === "invalid_type") return `Field required: ${field}`;
  return `Invalid value of ${field}: ${issue?.message ?? "not as documented"}`;
}
