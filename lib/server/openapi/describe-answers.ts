import { REPLAYED_HEADER } from "#lib/api/idempotency-headers.ts";
import type { OpenApiContent, OpenApiOperation, OpenApiResponse } from "#lib/api/open-api.ts";
import type { Operation, OperationAnswer } from "#lib/api/operation.ts";
import { errorsOf } from "#lib/api/operation-errors.ts";
import { problemSchema } from "#lib/api/problem.ts";
import { ERROR_STATUS, type ErrorCode } from "#lib/base/error-codes.ts";
import { API_MESSAGES } from "#lib/i18n/api-messages.ts";
import { errorPattern } from "#lib/i18n/error-text.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import type { JsonSchemas } from "./json-schemas.ts";
import { problemExampleReference } from "./problem-examples.ts";

export interface DescribeParts {
  locale: Locale;
  schemas: JsonSchemas;
}

/** By status: the good answer first, then the errors. */
export function describeAnswers(operation: Operation, parts: DescribeParts): OpenApiOperation["responses"] {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of errorsOf(operation)) {
    const status = ERROR_STATUS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const errors = [...byStatus].map(([status, codes]) => [status, describeError(codes, parts)] as const);
  return Object.fromEntries([[operation.answer.status, describeGoodAnswer(operation, parts)], ...errors]);
}

function describeGoodAnswer({ answer, creates }: Operation, parts: DescribeParts): OpenApiResponse {
  const texts = API_MESSAGES[parts.locale];
  const names = [
    ...(answer.kind === "json" && answer.location !== undefined ? (["Location"] as const) : []),
    ...(answer.kind === "file" ? (answer.headers ?? []) : []),
    ...(creates ? ([REPLAYED_HEADER] as const) : []),
  ];
  const headers = names.map(
    (name) => [name, { description: texts.headers[name], schema: { type: "string" } }] as const,
  );
  const content = contentOf(answer, parts);
  return {
    description: content ? texts.reference.answer : texts.reference.noBody,
    ...(headers.length > 0 && { headers: Object.fromEntries(headers) }),
    ...(content && { content }),
  };
}

function contentOf(answer: OperationAnswer, { schemas }: DescribeParts): OpenApiContent | undefined {
  switch (answer.kind) {
    case "json":
      return { "application/json": { schema: schemas.convert(answer.schema, "output") } };
    case "file":
      return Object.fromEntries(answer.mediaTypes.map((mediaType) => [mediaType, {}]));
    case "events": {
      // 3.1 has no word for a stream of its own: its text, once taken apart, is a list of frames.
      const contentSchema = { type: "array", items: schemas.convert(answer.schema, "output") };
      const schema = { type: "string", contentMediaType: "text/event-stream", contentSchema };
      return { "text/event-stream": { schema } };
    }
    case "nothing":
      return undefined;
  }
}

function describeError(codes: readonly ErrorCode[], { locale, schemas }: DescribeParts): OpenApiResponse {
  const anyProblem = schemas.convert(problemSchema, "output");
  const schema = { allOf: [anyProblem, { type: "object", properties: { code: { enum: [...codes] } } }] };
  const examples = Object.fromEntries(codes.map((code) => [code, { $ref: problemExampleReference(code) }]));
  return {
    description: codes.map((code) => `- \`${code}\` ${errorPattern(locale, code)}`).join("\n"),
    content: { "application/problem+json": { schema, examples } },
  };
}
