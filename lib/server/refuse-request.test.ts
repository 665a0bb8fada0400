import { expect, test } from "vitest";
import { type JudgedRequest, refusalOf } from "./refuse-request.ts";

const PORT = 3000;
const OWN = `127.0.0.1:${PORT}`;
const PUBLIC = "studio.example";
const INPUT = `/api/inputs/asset_${"ab".repeat(32)}.png`;

function judge(method: string, url: string, headers: Record<string, string | string[]> = {}, dev = false) {
  const all = { host: OWN, ...headers };
  const headersDistinct = Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value].flat()]));
  const flat = Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value].flat()[0]]));
  const request: JudgedRequest = { method, url, headers: flat, headersDistinct };
  return refusalOf(request, { port: PORT, dev, publicHost: PUBLIC })?.code;
}

test.each([
  ["GET", "/"],
  ["HEAD", "/projects/project_1"],
  ["GET", "/api/assets/asset_1?longSide=%ZZ"],
  ["PUT", "/api/projects/%E9%A1%B9%E7%9B%AE"],
  ["OPTIONS", "/api/v1/tasks"],
])("lets %s %s through", (method, url) => {
  expect(judge(method, url)).toBeUndefined();
});

test.each([
  ["another name", "/", { host: `evil.test:${PORT}` }],
  ["another port", "/", { host: "127.0.0.1:4000" }],
  ["two names", "/", { host: [OWN, "evil.test"] }],
  ["our own name twice", "/", { host: [OWN, OWN] }],
  ["a target that names another host than the header", "http://evil.test/api/projects", {}],
  ["a target that is no address", "evil", {}],
])("a request for %s is not for us", (_what, url, headers) => {
  expect(judge("GET", url, headers)).toBe("request/foreign-host");
});

test("under the public name there are inputs to be read, and nothing else", () => {
  const host = { host: PUBLIC };
  expect(judge("GET", `${INPUT}?expires=1&signature=x`, host)).toBeUndefined();
  expect(judge("HEAD", INPUT, host)).toBeUndefined();
  expect(judge("GET", `http://${PUBLIC}${INPUT}`, host)).toBe("request/foreign-host");
  for (const [method, url] of [
    ["POST", INPUT],
    ["GET", "/"],
    ["GET", "/api/inputs/"],
    ["GET", "/api/inputs/.."],
    ["GET", "/api/inputs/../projects"],
    ["GET", `${INPUT}/../../projects`],
    ["GET", `/api/inputs/%2e%2e/assets/asset_${"ab".repeat(32)}.png`],
    ["GET", `//api/inputs/${INPUT}`],
    ["GET", INPUT.replace("inputs", "assets")],
    ["GET", `${INPUT}%00`],
    ["GET", `${INPUT}\n`],
  ] as const) {
    expect(judge(method, url, host), `${method} ${url}`).toBe("request/foreign-host");
  }
});

test("a studio without a public name takes no other", () => {
  const request = { method: "GET", url: INPUT, headers: {}, headersDistinct: {} };
  expect(refusalOf(request, { port: PORT, dev: false })?.code).toBe("request/foreign-host");
  const named = { ...request, headersDistinct: { host: [PUBLIC] } };
  expect(refusalOf(named, { port: PORT, dev: false })?.code).toBe("request/foreign-host");
});

test("a target that names us is ours", () => {
  expect(judge("GET", `http://${OWN}/api/projects`)).toBeUndefined();
});

test("a page of another site may look at nothing and change nothing, whatever the method", () => {
  for (const method of ["POST", "PUT", "DELETE", "PATCH", "FOO"]) {
    expect(judge(method, "/api/projects", { origin: "http://evil.test" })).toBe("request/foreign-origin");
    expect(judge(method, "/api/projects", { "sec-fetch-site": "cross-site" })).toBe("request/foreign-origin");
  }
});

test.each([
  ["TRACE", "/api/projects"],
  ["PROPFIND", "/api/projects"],
  ["POST", "/"],
  ["POST", "/apiary"],
  ["DELETE", "/projects/project_1"],
])("%s %s is a method that nothing takes", (method, url) => {
  expect(judge(method, url)).toBe("request/method-not-allowed");
});

test("in development pages take what Next's own tools send", () => {
  expect(judge("POST", "/__nextjs_original-stack-frames", {}, true)).toBeUndefined();
});

test.each(["/api/projects/%ZZ", "/%", "/api/projects/%C0%AF"])("%s cannot be decoded and is nowhere", (url) => {
  expect(judge("GET", url)).toBe("request/not-found");
});
