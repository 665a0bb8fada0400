import { expect, test } from "vitest";
import type { OpenApiOperation } from "#lib/api/open-api.ts";
import { curlLine } from "./curl-line.ts";

const SCHEMAS = { CreateThing: { examples: [{ name: "it's" }] } };

function line(method: string, path: string, operation: Partial<OpenApiOperation>): string {
  const whole: OpenApiOperation = {
    operationId: "getHealth",
    tags: [],
    summary: "",
    description: "",
    responses: { 200: { description: "", content: { "application/json": {} } } },
    ...operation,
  };
  return curlLine({ method, path, operation: whole }, "http://127.0.0.1:3000", SCHEMAS);
}

const text = { description: "", schema: { type: "string" } };

test("names go into the address, and of the query only what is required", () => {
  const parameters: OpenApiOperation["parameters"] = [
    { ...text, name: "thingId", in: "path", required: true, example: "thing_1" },
    { ...text, name: "purpose", in: "query", required: true, example: "subject" },
    { ...text, name: "limit", in: "query", required: false, example: "5" },
  ];
  expect(line("GET", "/api/things/{thingId}", { parameters })).toBe(
    "curl 'http://127.0.0.1:3000/api/things/thing_1?purpose=subject'",
  );
});

test("a body of JSON is the example of its shape, safe from the shell; a file is one", () => {
  const json = { "application/json": { schema: { $ref: "#/components/schemas/CreateThing" } } };
  expect(line("POST", "/api/things", { requestBody: { required: true, content: json } })).toBe(
    String.raw`curl -X POST 'http://127.0.0.1:3000/api/things' -H 'Content-Type: application/json' -d '{"name":"it'\''s"}'`,
  );
  expect(line("POST", "/api/things", { requestBody: { required: true, content: { "image/png": {} } } })).toBe(
    "curl -X POST 'http://127.0.0.1:3000/api/things' -H 'Content-Type: image/png' --data-binary @picture.png",
  );
});

test("a stream is not held back, and a file is saved", () => {
  const answer = (type: string) => ({ responses: { 200: { description: "", content: { [type]: {} } } } });
  expect(line("GET", "/api/events", answer("text/event-stream"))).toContain("curl -N ");
  expect(line("GET", "/api/file", answer("image/png"))).toContain("curl -OJ ");
});
