import { expect, test } from "vitest";
import { isForeignChange, isOwnHost } from "./origin.ts";

test.each(["127.0.0.1:3000", "localhost:3000", "[::1]:3000"])("serves the Host %s", (host) => {
  expect(isOwnHost(host, 3000)).toBe(true);
});

test.each([
  "evil.test:3000",
  "127.0.0.1",
  "127.0.0.1:4000",
  "127.0.0.1:3000.evil.test",
  "localhost.evil.test:3000",
  "",
  undefined,
])("refuses the Host %s", (host) => {
  expect(isOwnHost(host, 3000)).toBe(false);
});

const host = "127.0.0.1:3000";

test("a page of ours, and a program that sends no Origin, may change things", () => {
  expect(isForeignChange("POST", { host, origin: `http://${host}`, fetchSite: "same-origin" })).toBe(false);
  expect(isForeignChange("POST", { host })).toBe(false);
});

test.each([
  ["another site", { host, origin: "http://evil.test" }],
  ["another port of this machine", { host, origin: "http://127.0.0.1:4000" }],
  ["a sandboxed frame", { host, origin: "null" }],
  ["a cross-site request without Origin", { host, fetchSite: "cross-site" }],
])("%s may not", (_name, headers) => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) expect(isForeignChange(method, headers)).toBe(true);
});

test("reading is not a change", () => {
  expect(isForeignChange("GET", { host, origin: "http://evil.test" })).toBe(false);
});
