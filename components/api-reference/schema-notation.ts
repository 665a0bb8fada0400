import type { JsonSchema } from "#lib/api/open-api.ts";

/** A part of a type in writing; `reference` names a shape that is explained elsewhere. */
export type NotationPart = string | { reference: string };

/**
 * A schema on one line, in the notation of TypeScript: `Generation[] | null`, `"v2" | "v3"`, `integer 1…4`. Fields of an object without
 * a name are not in it: see `fieldsOf`.
 */
export function notationOf(schema: JsonSchema): NotationPart[] {
  const { $ref, anyOf, allOf, items, type, additionalProperties } = schema;
  if ($ref !== undefined) return [{ reference: $ref.slice($ref.lastIndexOf("/") + 1) }];
  if (anyOf) return joined(anyOf.map(notationOf), " | ");
  if (allOf) return joined(allOf.map(notationOf), " & ");
  if (schema.enum) return [schema.enum.map((value) => JSON.stringify(value)).join(" | ")];
  if (schema.const !== undefined) return [JSON.stringify(schema.const)];
  if (items) return [...notationOf(items), "[]", ...lengths(schema.minItems, schema.maxItems)];
  if (additionalProperties) return ["{ [name]: ", ...notationOf(additionalProperties), " }"];
  return [
    [type ?? "any"].flat().join(" | "),
    ...lengths(schema.minimum ?? schema.minLength, schema.maximum ?? schema.maxLength),
  ];
}

/** The fields of an object, or of the objects in a list, that stands there without a name of its own. */
export function fieldsOf(schema: JsonSchema): [name: string, schema: JsonSchema, isRequired: boolean][] {
  const inner = schema.items ?? schema.anyOf?.find(({ properties }) => properties !== undefined) ?? schema;
  return Object.entries(inner.properties ?? {}).map(([name, field]) => [
    name,
    field,
    inner.required?.includes(name) ?? false,
  ]);
}

function lengths(min: number | undefined, max: number | undefined): string[] {
  if (min === undefined && max === undefined) return [];
  if (max === undefined) return [` ≥ ${min}`];
  return [min === undefined ? ` ≤ ${max}` : ` ${min}…${max}`];
}

function joined(parts: NotationPart[][], between: string): NotationPart[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [between, ...part]));
}
