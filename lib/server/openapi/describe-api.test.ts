import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { OpenApiOperation } from "#lib/api/open-api.ts";
import { NAMED_SCHEMAS, type SchemaName } from "#lib/api/schema-names.ts";
import { API_MESSAGES } from "#lib/i18n/api-messages.ts";
import { describeApi } from "./describe-api.ts";
import { EXAMPLES } from "./examples.ts";
import { OPEN_API_FILE, openApiText } from "./write.ts";

const english = describeApi("en");
const operations = Object.entries(english.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);

/** Every value in the description by its JSON pointer. */
function* walk(value: unknown, pointer = "#"): Generator<[pointer: string, value: unknown]> {
  yield [pointer, value];
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield* walk(inner, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  }
}
const values = new Map(walk(JSON.parse(JSON.stringify(english))));

test("the committed description is that of this code; npm run openapi writes it anew", () => {
  expect(readFileSync(OPEN_API_FILE, "utf8") === openApiText()).toBe(true);
});

test("every reference leads to something, and every named shape is referred to", () => {
  const references = [...values].flatMap(([pointer, value]) =>
    pointer.endsWith("/$ref") && typeof value === "string" ? [value] : [],
  );
  expect(references.length).toBeGreaterThan(50);
  expect(references.filter((reference) => !values.has(reference))).toEqual([]);
  const named = Object.keys(english.components.schemas);
  expect(named.filter((name) => !references.includes(`#/components/schemas/${name}`))).toEqual([]);
  expect(named).toEqual(Object.keys(NAMED_SCHEMAS));
});

test("operation ids are unique, and a parameter stands once in its place", () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { operation } of operations) {
    const places = (operation.parameters ?? []).map((parameter) => `${parameter.in} ${parameter.name}`);
    expect(new Set(places).size, operation.operationId).toBe(places.length);
  }
});

test("the variable parts of an address are its path parameters, each required, and only paths have them", () => {
  for (const { path, operation } of operations) {
    const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === "path");
    const names = [...path.matchAll(/\{(.+?)\}/g)].map(([, name]) => name);
    expect(inPath.map(({ name }) => name)).toEqual(names);
    expect(inPath.every(({ required }) => required)).toBe(true);
  }
});

test("names of components, tags and statuses are of the form that the specification asks for", () => {
  for (const part of Object.values(english.components)) {
    for (const name of Object.keys(part)) expect(name).toMatch(/^[a-zA-Z0-9._-]+$/);
  }
  const tags = english.tags.map(({ name }) => name);
  for (const { path, method, operation } of operations) {
    expect(path).toMatch(/^\/api\//);
    expect(["get", "put", "post", "delete", "patch"]).toContain(method);
    for (const tag of operation.tags) expect(tags).toContain(tag);
    for (const [status, { description }] of Object.entries(operation.responses)) {
      expect(status).toMatch(/^[2-5]\d\d$/);
      expect(description).not.toBe("");
    }
    if (method === "get" || method === "delete") expect(operation.requestBody).toBeUndefined();
  }
});

test("everything has words, and no words are about nothing", () => {
  const described = (operation: OpenApiOperation) => (operation.parameters ?? []).map(({ name }) => name);
  const parameters = operations.flatMap(({ operation }) => described(operation));
  const headers = operations.flatMap(({ operation }) =>
    Object.values(operation.responses).flatMap((response) => Object.keys(response.headers ?? {})),
  );
  const texts = API_MESSAGES.en;
  const sorted = (names: readonly string[]) => [...new Set(names)].sort();
  expect(sorted(parameters)).toEqual(sorted(Object.keys(texts.parameters)));
  expect(sorted(headers)).toEqual(sorted(Object.keys(texts.headers)));
  expect(Object.keys(texts.operations).sort()).toEqual(operations.map(({ operation }) => operation.operationId).sort());
  for (const [name, { about, ...fields }] of Object.entries(texts.schemas)) {
    const schema = english.components.schemas[name];
    expect(schema?.description, name).toBe(about);
    expect(Object.keys(schema?.properties ?? {}), name).toEqual(expect.arrayContaining(Object.keys(fields)));
  }
});

test("every shape that is sent or answered as JSON has an example, and the examples are of their shape", () => {
  const contents = operations.flatMap(({ operation }) => [
    operation.requestBody?.content["application/json"],
    ...Object.values(operation.responses).map((response) => response.content?.["application/json"]),
  ]);
  const names = contents.flatMap((content) => content?.schema?.$ref?.split("/").at(-1) ?? []);
  expect(names.length).toBeGreaterThan(10);
  for (const name of new Set(names)) expect(Object.keys(EXAMPLES)).toContain(name);
  for (const [name, example] of Object.entries(EXAMPLES)) {
    expect(NAMED_SCHEMAS[name as SchemaName].parse(example), name).toEqual(example);
  }
  for (const { value } of Object.values(english.components.examples)) {
    expect(NAMED_SCHEMAS.Problem.parse(value)).toEqual(value);
  }
});

test("in Chinese it describes the same API, and every description is Chinese", () => {
  const chinese = describeApi("zh-CN");
  const isWords = (pointer: string) => /\/(?:description|summary|title|detail|x-displayName)$/.test(pointer);
  const code = /^(?:#\/components\/examples\/[^/]+\/(?:summary|value\/title)|#\/info\/license)/;
  const told = new Map(walk(JSON.parse(JSON.stringify(chinese))));
  expect([...told.keys()]).toEqual([...values.keys()]);
  for (const [pointer, value] of told) {
    if (typeof value !== "string" || pointer.includes("/properties/") || pointer.includes("/examples/0/")) continue;
    if (isWords(pointer) && !code.test(pointer)) expect(value, pointer).toMatch(/\p{Script=Han}/u);
    else expect(value, pointer).toBe(values.get(pointer));
  }
});
