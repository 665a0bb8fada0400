import type { z } from "zod";
import { IDEMPOTENCY_KEY_HEADER } from "#lib/api/idempotency-headers.ts";
import { idempotencyKeySchema } from "#lib/api/idempotency-key.ts";
import type { OpenApiOperation, OpenApiParameter } from "#lib/api/open-api.ts";
import type { Operation, OperationBody } from "#lib/api/operation.ts";
import type { ALL_OPERATIONS } from "#lib/api/operations/all-operations.ts";
import { API_MESSAGES } from "#lib/i18n/api-messages.ts";
import { type DescribeParts, describeAnswers } from "./describe-answers.ts";
import { PARAMETER_EXAMPLES } from "./examples.ts";

export function describeOperation(operation: (typeof ALL_OPERATIONS)[number], parts: DescribeParts): OpenApiOperation {
  const { id, group, body } = operation;
  const { summary, text } = API_MESSAGES[parts.locale].operations[id];
  const parameters = describeParameters(operation, parts);
  return {
    operationId: id,
    tags: [group],
    summary,
    description: text,
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: describeBody(body, parts) }),
    responses: describeAnswers(operation, parts),
  };
}

function describeParameters(operation: Operation, { locale, schemas }: DescribeParts): OpenApiParameter[] {
  const { path, query, headers, creates } = operation;
  const texts: Readonly<Record<string, string>> = API_MESSAGES[locale].parameters;
  const describe = (place: OpenApiParameter["in"]) => (name: string, schema?: z.ZodType) => ({
    name,
    in: place,
    required: schema === undefined || !schema.safeParse(undefined).success,
    description: texts[name] ?? "",
    // What the text is read as: a number, not its digits.
    schema: schema ? schemas.convert(schema, "output") : { type: "string" },
    ...(PARAMETER_EXAMPLES[name] !== undefined && { example: PARAMETER_EXAMPLES[name] }),
  });
  const each = (shape: Record<string, z.ZodType>, place: OpenApiParameter["in"]) =>
    Object.entries(shape).map(([name, schema]) => describe(place)(name, schema));

  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => describe("path")(name));
  const key = creates && { [IDEMPOTENCY_KEY_HEADER]: idempotencyKeySchema.optional() };
  return [...inPath, ...each(query?.shape ?? {}, "query"), ...each({ ...headers?.shape, ...key }, "header")];
}

function describeBody(body: OperationBody, { locale, schemas }: DescribeParts): OpenApiOperation["requestBody"] {
  if (body.kind === "json") {
    return { required: true, content: { "application/json": { schema: schemas.convert(body.schema, "input") } } };
  }
  const { limit } = API_MESSAGES[locale].reference;
  return {
    required: true,
    description: `${limit} ${body.limitMegabytes} MB`,
    content: Object.fromEntries(body.mediaTypes.map((mediaType) => [mediaType, {}])),
  };
}
