import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "./compile.ts";
import { bodyOfPastedText, curlOf } from "./curl.ts";
import { readyDocument } from "./test-documents.ts";

const { recipe } = compile(readyDocument(), { version: "v3", n: 1 });

describe("cURL", () => {
  test("names the address and headers of the API and no key", () => {
    const command = curlOf(recipe);
    expect(command).toContain(
      "'https://dashscope.aliyuncs.com/api/v1/services/aigc/background-generation/generation/'",
    );
    expect(command).toContain("'X-DashScope-Async: enable'");
    expect(command).toContain('"Authorization: Bearer $DASHSCOPE_API_KEY"');
  });

  test("is read by a real shell as one body, whatever the prompt contains", () => {
    const hostile = { prompt: `it's "$HOME" \`id\` $(id) \\ 山脉\n! %` };
    const seen = execFileSync("sh", ["-c", curlOf(hostile).replace(/^curl/, "printf '%s\\n'")], { encoding: "utf8" });
    expect(JSON.parse(seen.slice(seen.indexOf("{")))).toEqual(hostile);
  });

  test("comes back as the body it was made of", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(bodyOfPastedText(curlOf(body))).toEqual(JSON.parse(JSON.stringify(body)));
      }),
    );
  });
});

describe("bodyOfPastedText", () => {
  test.each([
    ["JSON", ' {"n": 1} '],
    ["-d and single quotes", `curl -X POST https://example.com -d '{"n": 1}'`],
    ["--data-raw over two lines", `curl --location 'https://example.com' \\\n  --data-raw '{\n "n": 1}'`],
    ["double quotes", String.raw`curl https://example.com --json "{\"n\": 1}"`],
    ["an equals sign", `curl https://example.com --data='{"n":1}'`],
  ])("reads %s", (_name, text) => {
    expect(bodyOfPastedText(text)).toEqual({ n: 1 });
  });

  test.each(["", "hello", "curl https://example.com", "curl https://example.com -d 'not json'"])(
    "refuses %j with an error that a user can read",
    (text) => {
      expect(() => bodyOfPastedText(text)).toThrow(expect.objectContaining({ code: "recipe/no-body" }));
    },
  );
});
