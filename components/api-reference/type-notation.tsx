import type { JsonSchema } from "#lib/api/open-api.ts";
import { notationOf } from "./schema-notation.ts";

/** A type in writing; names of shapes lead to them. */
export function TypeNotation({ schema }: { schema: JsonSchema }) {
  return (
    <code className="break-words font-mono text-muted">
      {notationOf(schema).map((part) =>
        typeof part === "string" ? (
          part
        ) : (
          <a
            key={part.reference}
            href={`#${part.reference}`}
            className="focus-ring rounded-sm text-accent-text hover:underline"
          >
            {part.reference}
          </a>
        ),
      )}
      {schema.default === undefined ? null : ` = ${JSON.stringify(schema.default)}`}
    </code>
  );
}
