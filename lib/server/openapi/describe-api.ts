import type { JsonSchema, OpenApiDocument } from "#lib/api/open-api.ts";
import { ALL_OPERATIONS } from "#lib/api/operations/all-operations.ts";
import type { SchemaName } from "#lib/api/schema-names.ts";
import { ERROR_STATUS } from "#lib/base/error-codes.ts";
import { API_MESSAGES } from "#lib/i18n/api-messages.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import packageFile from "../../../package.json" with { type: "json" };
import { describeOperation } from "./describe-operation.ts";
import { EXAMPLES } from "./examples.ts";
import { createJsonSchemas } from "./json-schemas.ts";
import { problemExamples } from "./problem-examples.ts";

/**
 * The studio's own API in OpenAPI 3.1, in one language: everything in it is made from the declarations that the routes answer by and
 * from the texts of `lib/i18n`. The English one is committed as `docs/openapi.json`.
 */
export function describeApi(locale: Locale): OpenApiDocument {
  const known = described.get(locale) ?? describe(locale);
  described.set(locale, known);
  return known;
}

/** Nothing in it changes while the process runs. */
const described = new Map<Locale, OpenApiDocument>();

function describe(locale: Locale): OpenApiDocument {
  const texts = API_MESSAGES[locale];
  const schemas = createJsonSchemas();
  const paths: OpenApiDocument["paths"] = {};
  for (const operation of ALL_OPERATIONS) {
    const described = describeOperation(operation, { locale, schemas });
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: described };
  }
  const { errors, idempotency, paging, values } = texts.conventions;
  const groups = new Set(ALL_OPERATIONS.map(({ group }) => group));
  return {
    openapi: "3.1.1",
    info: {
      title: `Backlot: ${texts.title}`,
      version: packageFile.version,
      description: [texts.intro, errors, idempotency, paging, values, texts.wanx].join("\n\n"),
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/", description: texts.server }],
    tags: [...groups].map((group) => ({
      name: group,
      "x-displayName": texts.groups[group].title,
      description: texts.groups[group].text,
    })),
    paths,
    components: {
      schemas: Object.fromEntries(
        schemas.components().map(([name, schema]) => [name, withWords(name, schema, texts.schemas[name])]),
      ),
      examples: problemExamples(locale),
    },
  };
}

/** The schema with its description, those of its fields, and its example. */
function withWords(
  name: SchemaName,
  schema: JsonSchema,
  { about, ...fields }: { about: string } & Readonly<Record<string, string>>,
): JsonSchema {
  const examples: { [Name in SchemaName]?: unknown } = EXAMPLES;
  const properties = Object.entries(schema.properties ?? {}).map(([field, inner]) => {
    const known = name === "Problem" && field === "code" ? { ...inner, enum: Object.keys(ERROR_STATUS) } : inner;
    return [field, fields[field] === undefined ? known : { ...known, description: fields[field] }];
  });
  return {
    description: about,
    ...schema,
    ...(schema.properties && { properties: Object.fromEntries(properties) }),
    ...(examples[name] !== undefined && { examples: [examples[name]] }),
  };
}
