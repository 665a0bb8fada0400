import { describe, expect, test } from "vitest";
import { curlOf } from "#lib/composition/curl.ts";
import { isRequestLike, readFile } from "./incoming.ts";

describe("isRequestLike", () => {
  const body = { model: "wanx-background-generation-v2", input: {} };

  test("knows a command and a body, and one that is cut off, to say what is wrong with it", () => {
    for (const text of [curlOf(body), `  ${JSON.stringify(body, null, 2)}`, "curl.exe -X POST", '{"model": "wa']) {
      expect(isRequestLike(text), text).toBe(true);
    }
  });

  test("leaves alone what people paste otherwise", () => {
    for (const text of ["", "a curled leaf", "curly", '{"title": "notes"}', "https://pictures.example/a.png"]) {
      expect(isRequestLike(text), text).toBe(false);
    }
  });
});

describe("readFile", () => {
  test("reads a recipe or a command, by its kind or its ending", async () => {
    expect(await readFile(new File(["{}"], "scene.json"))).toEqual({ kind: "request", text: "{}" });
    expect(await readFile(new File(["curl x"], "call", { type: "text/plain" }))).toEqual({
      kind: "request",
      text: "curl x",
    });
  });

  test("takes a picture without embedded data for a mere picture, without asking the server", async () => {
    expect(await readFile(new File([new Uint8Array([137, 80, 78, 71])], "bottle.png", { type: "image/png" }))).toEqual({
      kind: "picture",
    });
  });
});
