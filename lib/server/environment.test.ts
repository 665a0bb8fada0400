import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { readCommandEnvironment, readEnvironment, readShellLanguage } from "./environment.ts";

const folder = mkdtempSync(path.join(tmpdir(), "backlot-environment-"));
afterAll(() => rmSync(folder, { recursive: true }));

const KEY = "sk-0123456789abcdef";
const cloud = (more: Record<string, string>) => readEnvironment({ DASHSCOPE_API_KEY: KEY, ...more }).cloud;
const lineOf = (more: Record<string, string>): string => {
  try {
    readEnvironment({ DASHSCOPE_API_KEY: KEY, ...more });
  } catch (error) {
    return (error as Error).message;
  }
  return "accepted";
};

function keyFile(text: string): string {
  const file = path.join(folder, "key");
  writeFileSync(file, text);
  return file;
}

test("without a key there is no cloud, whatever else is set; an empty variable is not set", () => {
  const set = { DASHSCOPE_API_KEY: "", DASHSCOPE_WORKSPACE: "llm-1", BACKLOT_PUBLIC_URL: "https://studio.example" };
  expect(readEnvironment(set).cloud).toBeNull();
});

test.each([
  ["", "https://dashscope.aliyuncs.com/api/v1"],
  ["https://dashscope.aliyuncs.com/api/v1/", "https://dashscope.aliyuncs.com/api/v1"],
  ["https://llm-x1.cn-beijing.maas.aliyuncs.com", "https://llm-x1.cn-beijing.maas.aliyuncs.com/api/v1"],
  ["https://llm-x1.cn-beijing.maas.aliyuncs.com/", "https://llm-x1.cn-beijing.maas.aliyuncs.com/api/v1"],
  ["https://Gateway.example:8443/ai/wanx//", "https://gateway.example:8443/ai/wanx"],
  ["http://127.0.0.1:8787/api/v1", "http://127.0.0.1:8787/api/v1"],
])("the base address %j is read as %s", (given, read) => {
  expect(cloud({ DASHSCOPE_HTTP_BASE_URL: given })?.baseUrl).toBe(read);
});

test.each([
  ["dashscope.aliyuncs.com", "must be an address that starts with https:// or http://"],
  ["ftp://dashscope.aliyuncs.com", "must be an address that starts with https:// or http://"],
  ["http://dashscope.aliyuncs.com/api/v1", "must start with https:// (the key would travel in the clear)"],
  [
    "https://dashscope.aliyuncs.com/compatible-mode/v1",
    "is the address of another API; this one's path ends in /api/v1",
  ],
  ["https://me:secret@dashscope.aliyuncs.com/api/v1", "must have no user name, query or fragment"],
  ["https://dashscope.aliyuncs.com/api/v1?key=1", "must have no user name, query or fragment"],
  ["https://dashscope.aliyuncs.com/api/v1#top", "must have no user name, query or fragment"],
])("the base address %j is refused in one line", (given, reason) => {
  expect(lineOf({ DASHSCOPE_HTTP_BASE_URL: given })).toBe(`DASHSCOPE_HTTP_BASE_URL is not usable: ${reason}`);
});

test("what cannot stand in a header is refused at the start, not at the first call", () => {
  expect(lineOf({ DASHSCOPE_WORKSPACE: "llm 1" })).toMatch(/^DASHSCOPE_WORKSPACE is not usable: /);
  expect(lineOf({ DASHSCOPE_WORKSPACE: "工作区" })).toMatch(/^DASHSCOPE_WORKSPACE is not usable: /);
  for (const key of ["0123456789abcdef", "sk-“quoted”", "sk-a b", '"sk-0123"']) {
    const line = lineOf({ DASHSCOPE_API_KEY: key });
    expect(line).toMatch(/^DASHSCOPE_API_KEY is not usable: a key starts with sk-/);
    expect(line).not.toContain(key);
  }
});

test("the key may stand in a file, as the service's own SDK has it; the variable goes before it", () => {
  const file = keyFile(`${KEY}\n`);
  const fromFile = readEnvironment({ DASHSCOPE_API_KEY_FILE_PATH: file }).cloud?.apiKey;
  expect(fromFile?.authorization()).toBe(`Bearer ${KEY}`);
  const both = readEnvironment({ DASHSCOPE_API_KEY_FILE_PATH: file, DASHSCOPE_API_KEY: "sk-other" }).cloud?.apiKey;
  expect(both?.authorization()).toBe("Bearer sk-other");
});

test("a file without a key, or none, is one line that names it and not what is in it", () => {
  const missing = path.join(folder, "missing");
  expect(lineOf({ DASHSCOPE_API_KEY_FILE_PATH: missing })).toBe(
    `DASHSCOPE_API_KEY_FILE_PATH is not usable: ${missing} cannot be read (ENOENT)`,
  );
  const line = lineOf({ DASHSCOPE_API_KEY_FILE_PATH: keyFile("hunter2") });
  expect(line).toMatch(/^DASHSCOPE_API_KEY_FILE_PATH is not usable: a key starts with sk-/);
  expect(line).not.toContain("hunter2");
});

test("the public address is an origin", () => {
  expect(cloud({ BACKLOT_PUBLIC_URL: "https://Studio.example/" })?.publicUrl).toBe("https://studio.example");
  expect(cloud({})?.publicUrl).toBeUndefined();
  expect(lineOf({ BACKLOT_PUBLIC_URL: "studio.example" })).toMatch(
    /^BACKLOT_PUBLIC_URL is not usable: must be an address/,
  );
  expect(lineOf({ BACKLOT_PUBLIC_URL: "https://studio.example/backlot" })).toMatch(/must end behind the host/);
});

test("printed whole, the environment does not tell the key", () => {
  const environment = readEnvironment({ DASHSCOPE_API_KEY: KEY });
  expect(JSON.stringify(environment)).toContain('"apiKey":"[redacted]"');
});

test("where a studio would listen is nothing to a command", () => {
  const own = { HOST: "0.0.0.0", PORT: "none", BACKLOT_PUBLIC_URL: "https://studio.example" };
  expect(() => readEnvironment(own)).toThrow("PORT is not usable");
  const read = readCommandEnvironment({ ...own, DASHSCOPE_API_KEY: KEY, BACKLOT_URL: "http://studio.example" });
  expect(read).toMatchObject({ studioUrl: "http://studio.example", logLevel: "silent" });
  expect(read.cloud).toMatchObject({ baseUrl: "https://dashscope.aliyuncs.com/api/v1", publicUrl: undefined });
});

test.each([
  [{ LANG: "zh_CN.UTF-8" }, "zh-CN"],
  [{ LANG: "zh_CN.UTF-8", LC_ALL: "C" }, "C"],
  [{ LANG: "en_US", LC_MESSAGES: "de_DE@euro" }, "de-DE"],
  [{ LC_ALL: "", LANG: "en" }, "en"],
  [{}, ""],
])("the shell of %j speaks %j", (source, tag) => {
  expect(readShellLanguage(source)).toBe(tag);
});
