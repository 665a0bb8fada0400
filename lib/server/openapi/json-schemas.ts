import { z } from "zod";
import type { JsonSchema } from "#lib/api/open-api.ts";
import { NAMED_SCHEMAS, type SchemaName } from "#lib/api/schema-names.ts";
import { invariant } from "#lib/base/assert.ts";

/** Which side of a schema travels: what is sent (before defaults and trimming) or what is answered. */
type Side = "input" | "output";

const DEFINITIONS = "#/$defs/";
export const COMPONENTS = "#/components/schemas/";

export interface JsonSchemas {
  convert(schema: z.ZodType, side: Side): JsonSchema;
  /** Those that were referred to, in the order of their names' list. */
  components(): [SchemaName, JsonSchema][];
}

/**
 * Schemas as JSON Schema for a description: named ones become references, and each that was referred to is in `components`. A named
 * schema must look alike on both sides, else its name would mean two things.
 */
export function createJsonSchemas(): JsonSchemas {
  const names = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED_SCHEMAS)) names.add(schema, { id });
  const components = new Map<string, JsonSchema>();

  function convert(schema: z.ZodType, side: Side): JsonSchema {
    // Wrapped, so that a named schema is a reference at the top, too.
    const { $defs = {}, properties } = z.toJSONSchema(z.object({ schema }), {
      io: side,
      metadata: names,
      override: ({ jsonSchema, zodSchema }) => simplify(jsonSchema, "catchall" in zodSchema._zod.def),
    });
    for (const [name, definition] of Object.entries($defs)) keep(name, definition as JsonSchema);
    return relocate(properties?.schema as JsonSchema);
  }

  function keep(name: string, { id: _, ...definition }: JsonSchema & { id?: string }): void {
    const relocated = relocate(definition);
    const known = components.get(name);
    invariant(
      known === undefined || JSON.stringify(known) === JSON.stringify(relocated),
      `the schema ${name} looks different when it is sent and when it is answered`,
    );
    components.set(name, relocated);
  }

  return {
    convert,
    components: () =>
      (Object.keys(NAMED_SCHEMAS) as SchemaName[]).flatMap((name) => {
        const definition = components.get(name);
        return definition ? [[name, definition] as [SchemaName, JsonSchema]] : [];
      }),
  };
}

/**
 * Takes out the range of all whole numbers, which says nothing, and that an answer has no other fields, which says too much: one day
 * it may. A strict object means it.
 */
function simplify(schema: z.core.JSONSchema.BaseSchema, isStrict: boolean): void {
  if (schema.additionalProperties === false && !isStrict) delete schema.additionalProperties;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}

function relocate(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll(DEFINITIONS, COMPONENTS)) as JsonSchema;
}
