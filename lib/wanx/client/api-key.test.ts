import { format, inspect } from "node:util";
import pino from "pino";
import { expect, test } from "vitest";
import { ApiKey } from "./api-key.ts";

const SECRET = "canary-5b1e";
const key = new ApiKey(`sk-${SECRET}`);

test.each<[string, () => unknown]>([
  ["a template", () => `${key}`],
  ["a sum", () => `key: ${key}`],
  ["a number", () => Number(key)],
  ["JSON", () => JSON.stringify({ key })],
  [
    "console and util.inspect",
    () => format("%s %o %O %j", key, key, key, key) + inspect({ key }, { depth: 9, showHidden: true }),
  ],
  ["a spread", () => JSON.stringify({ ...key })],
  ["a structured clone", () => inspect(structuredClone(key), { showHidden: true })],
  ["its keys and entries", () => JSON.stringify([Object.entries(key), Reflect.ownKeys(key), Object.values(key)])],
  ["the message of an error", () => inspect(new Error(`with ${key}`, { cause: key }))],
  ["a log line", () => logLine({ key, nested: { cloud: { key } } })],
])("%s does not tell the key", (_, tell) => {
  expect(String(tell())).not.toContain(SECRET);
});

test("only the authorization does", () => {
  expect(key.authorization()).toBe(`Bearer sk-${SECRET}`);
});

test("takes itself out of what others wrote", () => {
  expect(key.redact(`Bearer sk-${SECRET} and again sk-${SECRET}.`)).toBe("Bearer [redacted] and again [redacted].");
});

test("what is derived differs by purpose and by key, and is the same tomorrow", () => {
  const other = new ApiKey("sk-other");
  expect(key.derive("uploads")).toMatch(/^[0-9a-f]{64}$/);
  expect(key.derive("uploads")).toBe(new ApiKey(`sk-${SECRET}`).derive("uploads"));
  expect(new Set([key.derive("uploads"), key.derive("inputs"), other.derive("uploads")]).size).toBe(3);
});

test.each(["", "sk-", "pk-1", "sk-a b", "sk-钥匙", "sk-a\n"])(
  "%j is no key, and the error does not repeat it",
  (text) => {
    expect(() => new ApiKey(text)).toThrow(/^a key starts with sk-/);
  },
);

function logLine(fields: object): string {
  let written = "";
  pino({}, { write: (line: string) => (written += line) }).info(fields, "words");
  return written;
}
