import { expect, test } from "vitest";
import type { JsonSchema } from "#lib/api/open-api.ts";
import { fieldsOf, notationOf } from "./schema-notation.ts";

const run = { $ref: "#/components/schemas/Run" };

test.each<[JsonSchema, string]>([
  [run, "Run"],
  [{ type: "array", items: run }, "Run[]"],
  [{ type: "array", items: run, minItems: 1, maxItems: 2 }, "Run[] 1…2"],
  [{ anyOf: [run, { type: "null" }] }, "Run | null"],
  [{ anyOf: [{ type: "array", items: run }, { type: "null" }] }, "Run[] | null"],
  [{ type: "string", enum: ["v2", "v3"] }, '"v2" | "v3"'],
  [{ const: 1 }, "1"],
  [{ type: "integer", minimum: 1, maximum: 4 }, "integer 1…4"],
  [{ type: "integer", minimum: 0 }, "integer ≥ 0"],
  [{ type: "string", maxLength: 120 }, "string ≤ 120"],
  [{ type: "object", additionalProperties: { anyOf: [{ type: "string" }, run] } }, "{ [name]: string | Run }"],
  [{ type: ["string", "null"] }, "string | null"],
  [{}, "any"],
])("%j is written %s", (schema, written) => {
  const parts = notationOf(schema).map((part) => (typeof part === "string" ? part : part.reference));
  expect(parts.join("")).toBe(written);
});

test("the fields of a nameless object are found in a list, too, and where there may be none", () => {
  const size = { type: "object", properties: { width: { type: "integer" }, name: run }, required: ["width"] };
  const fields = [
    ["width", { type: "integer" }, true],
    ["name", run, false],
  ];
  expect(fieldsOf(size)).toEqual(fields);
  expect(fieldsOf({ type: "array", items: size })).toEqual(fields);
  expect(fieldsOf({ anyOf: [size, { type: "null" }] })).toEqual(fields);
  expect(fieldsOf(run)).toEqual([]);
});
