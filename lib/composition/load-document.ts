import { BacklotError } from "#lib/base/errors.ts";
import { DOCUMENT_SCHEMA, documentSchema, type ProjectDocument } from "./document.ts";

/**
 * A document from outside (a file, a row, a request), brought to the schema of today and checked. Unknown keys are dropped.
 *
 * Throws `document/too-new` {schema, supported} for one written by a later release, `document/invalid` {field, problem} with the dotted
 * path of the first field that is wrong (`document` for the whole).
 */
export function loadDocument(value: unknown): ProjectDocument {
  const schema = typeof value === "object" && value !== null && "schema" in value ? value.schema : undefined;
  if (typeof schema === "number" && schema > DOCUMENT_SCHEMA) {
    throw new BacklotError("document/too-new", { schema, supported: DOCUMENT_SCHEMA });
  }
  const parsed = documentSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new BacklotError(
      "document/invalid",
      { field: issue?.path.map(String).join(".") || "document", problem: issue?.message ?? "" },
      { cause: parsed.error },
    );
  }
  refuseRepeatedIds(parsed.data);
  return parsed.data;
}

/** Every operation finds an element by its id: with two of one id, the second could never be reached. */
function refuseRepeatedIds(document: ProjectDocument): void {
  const seen = new Set<string>();
  for (const group of ["foreground", "background"] as const) {
    for (const [index, { id }] of document[group].entries()) {
      if (seen.has(id)) {
        throw new BacklotError("document/invalid", { field: `${group}.${index}.id`, problem: "repeated element id" });
      }
      seen.add(id);
    }
  }
}
