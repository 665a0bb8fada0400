import type { JsonSchema } from "#lib/api/open-api.ts";
import { fieldsOf } from "./schema-notation.ts";
import { TypeNotation } from "./type-notation.tsx";

/** The fields of an object, and those of the nameless objects in it, as a tree. Nothing for what has none. */
export function FieldList({ schema }: { schema: JsonSchema }) {
  const fields = fieldsOf(schema);
  if (fields.length === 0) return null;
  return (
    <ul className="flex flex-col divide-y divide-hairline">
      {fields.map(([name, field, isRequired]) => (
        <li key={name} className="py-1.5">
          <div className="flex flex-wrap items-baseline gap-x-2">
            <code className="font-medium font-mono">
              {name}
              {isRequired ? null : "?"}
            </code>
            <TypeNotation schema={field} />
          </div>
          {field.description ? <p className="text-pretty text-muted">{field.description}</p> : null}
          {fieldsOf(field).length > 0 ? (
            <div className="mt-1 border-hairline border-l pl-3">
              <FieldList schema={field} />
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
