import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openWorkplace, recipe, records, type Workplace } from "./backlot-process.ts";

let at: Workplace;
beforeAll(async () => {
  at = await openWorkplace();
});
afterEach(() => {
  expect(at.leftovers()).toEqual([]);
});
afterAll(() => at.remove());

describe("generate", () => {
  test("saves the pictures of both versions in the base picture's size, and prints their paths", async () => {
    const { status, stdout, stderr } = await at.run([
      "generate",
      "recipe.json",
      "-o",
      "out",
      "--version",
      "both",
      "-n2",
    ]);
    const names = ["recipe-v2-1.png", "recipe-v2-2.png", "recipe-v3-1.png", "recipe-v3-2.png"];
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: expect.stringContaining("4 pictures, made on this machine"),
    });
    expect(stdout.trim().split("\n").sort()).toEqual(names.map((name) => path.join("out", name)));
    expect(at.files("out")).toEqual(names);
    const hashes = new Set<string>();
    for (const name of names) {
      const bytes = readFileSync(path.join(at.folder, "out", name));
      const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([256, 192]);
      hashes.add(data.toString("base64"));
    }
    expect(hashes.size).toBe(4);
  });

  test("does not overwrite, and asks for nothing when it could not save; with --force it replaces", async () => {
    at.write("kept-v2-1.png", "mine");
    at.write("kept.json", JSON.stringify(recipe()));
    const refused = await at.run(["generate", "kept.json"]);
    expect(refused).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("kept-v2-1.png") });
    expect(readFileSync(path.join(at.folder, "kept-v2-1.png"), "utf8")).toBe("mine");
    expect(await at.run(["generate", "kept.json", "--force"])).toMatchObject({ status: 0, stdout: "kept-v2-1.png\n" });
    expect((await sharp(path.join(at.folder, "kept-v2-1.png")).metadata()).format).toBe("png");
  });

  test("takes a cURL command from standard input, and writes one object a line with --json", async () => {
    const body = JSON.stringify(recipe({}, { n: 2 }));
    const { status, stdout, stderr } = await at.run(["generate", "-", "-o", "piped", "--json"], {
      input: `curl --location 'https://service.example' \\\n--data '${body}'`,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const all = records(stdout);
    expect(all.filter(({ type }) => type === "picture").map(({ file, width }) => [file, width])).toEqual([
      ["piped/picture-v2-1.png", 256],
      ["piped/picture-v2-2.png", 256],
    ]);
    expect(all.find(({ type }) => type === "recipe")).toMatchObject({
      recipe: { parameters: { n: 2, model_version: "v2" } },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const states = all.filter(({ type }) => type === "generation").map(({ state }) => state);
    expect(states.at(-1)).toBe("done");
    expect(all.at(-1)).toMatchObject({ type: "result", exitStatus: 0, chargedFen: 0, page: null, pictures: [{}, {}] });
  });

  test.each([
    ["webp", "webp", "webp"],
    ["jpeg", "jpg", "jpeg"],
  ])("saves them as %s where that is asked for", async (format, ending, kind) => {
    expect(await at.run(["generate", "recipe.json", "-o", format, "--format", format])).toMatchObject({ status: 0 });
    expect(at.files(format)).toEqual([`recipe-v2-1.${ending}`]);
    const picture = sharp(path.join(at.folder, format, `recipe-v2-1.${ending}`));
    expect(await picture.metadata()).toMatchObject({ format: kind, width: 256, height: 192 });
  });

  test("errors stop it before anything is sent, warnings do so with --strict", async () => {
    at.write("opaque.json", JSON.stringify(recipe({ base_image_url: "photo.jpg" })));
    const refused = await at.run(["generate", "opaque.json", "-o", "nothing"]);
    expect(refused).toMatchObject({ status: 3, stdout: "", stderr: expect.stringContaining("input.base_image_url") });
    at.write("leaf.json", JSON.stringify(recipe({ reference_edge: { background_edge: ["leaf.png"] } })));
    const strict = await at.run(["generate", "leaf.json", "-o", "nothing", "--strict"]);
    expect(strict).toMatchObject({ status: 3, stderr: expect.stringContaining("background_edge[0]") });
    expect(() => at.files("nothing")).toThrow("ENOENT");
  });
});

describe("preflight", () => {
  test("answers 0 for a recipe that is ready, notes and warnings included, and 3 for one that is not", async () => {
    expect(await at.run(["preflight", "recipe.json"])).toMatchObject({
      status: 0,
      stdout: "",
      stderr: "Ready to be sent.\n",
    });

    at.write("warned.json", JSON.stringify({ ...recipe({ title: "Sale" }, { noise_level: 20, seed: 7 }) }));
    const warned = await at.run(["preflight", "warned.json", "--json"]);
    expect(warned.status).toBe(0);
    expect(records(warned.stdout).map(({ severity, code, field }) => [severity, code, field])).toEqual([
      ["warning", "text-deprecated", null],
      ["warning", "unknown-field", "parameters.seed"],
      ["note", "noise-level-inert", "parameters.noise_level"],
    ]);
    expect((await at.run(["preflight", "warned.json", "--strict"])).status).toBe(3);
  });

  test("names every picture that cannot be had, and judges the rest all the same", async () => {
    const foreground_edge = ["missing.png", "http://127.0.0.1:9/a.png", `backlot-asset:asset_${"0".repeat(64)}`];
    const reference_edge = { foreground_edge, background_edge: ["leaf.png"] };
    at.write("unhad.json", JSON.stringify(recipe({ ref_prompt: "", reference_edge })));
    const { status, stdout } = await at.run(["preflight", "unhad.json", "--json"]);
    expect(status).toBe(3);
    const field = (index: number) => `input.reference_edge.foreground_edge[${index}]`;
    expect(records(stdout).map(({ severity, code, field: named }) => [severity, code, named])).toEqual([
      ["error", "file-unreadable", field(0)],
      ["error", "fetch/refused", field(1)],
      ["error", "recipe/unknown-picture", field(2)],
      ["error", "guide-missing", "input.ref_prompt"],
      ["warning", "element-not-edge", "input.reference_edge.background_edge[0]"],
    ]);
  });

  test("fetches pictures by address, from the hosts that the operator means", async () => {
    const server = createServer((_, response) => response.end(readFileSync(path.join(at.folder, "bottle.png"))));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    at.write("fetched.json", JSON.stringify(recipe({ base_image_url: `http://${host}/bottle.png` })));
    const env = { BACKLOT_FETCH_ALLOW_HOSTS: host };
    expect(await at.run(["preflight", "fetched.json"], { env })).toMatchObject({ status: 0 });
    const refused = await at.run(["preflight", "fetched.json"]);
    expect(refused).toMatchObject({ status: 3, stderr: expect.stringContaining("public http") });
    server.close();
  });

  test.each([
    ["no JSON", "a hill", "no request body"],
    ["a field of the wrong kind", JSON.stringify(recipe({}, { n: 9 })), "parameters.n"],
    [
      "a field that is missing",
      JSON.stringify({ model: "wanx-background-generation-v2", input: {} }),
      "input.base_image_url",
    ],
    ["another model", JSON.stringify({ ...recipe(), model: "wanx-v1" }), "wanx-v1"],
  ])("of %s it says what is wrong, in one line", async (_, text, words) => {
    const { status, stderr } = await at.run(["preflight", "-"], { input: text });
    expect({ status, lines: stderr.trim().split("\n") }).toEqual({
      status: 3,
      lines: [expect.stringContaining(words)],
    });
  });

  test("speaks Chinese by --lang or by the language of the shell", async () => {
    const said = "可以发送。\n";
    expect(await at.run(["preflight", "recipe.json", "--lang", "zh-CN"])).toMatchObject({ status: 0, stderr: said });
    const env = { LANG: "zh_CN.UTF-8" };
    expect(await at.run(["preflight", "recipe.json"], { env })).toMatchObject({ status: 0, stderr: said });
    expect((await at.run(["preflight", "recipe.json"], { env: { ...env, LC_ALL: "C" } })).stderr).toBe(
      "Ready to be sent.\n",
    );
  });
});

describe("curl", () => {
  test("prints the command with the API's defaults filled in, one for each version, and never the key", async () => {
    const body = {
      model: "wanx-background-generation-v2",
      input: { base_image_url: "https://pictures.example/a.png", ref_prompt: "it's" },
    };
    const key = "sk-canary-77d1";
    const { status, stdout, stderr } = await at.run(["curl", "-", "--version", "both", "-n", "3"], {
      input: JSON.stringify(body),
      env: { DASHSCOPE_API_KEY: key },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.match(/^curl --location 'https:\/\/dashscope/gm)).toHaveLength(2);
    expect(stdout).toContain("Bearer $DASHSCOPE_API_KEY");
    expect(stdout).toContain(String.raw`it'\''s`);
    expect(stdout).toContain('"n": 3');
    expect(stdout + stderr).not.toContain(key);
  });

  test("leaves local pictures as they were written and says which need a public address", async () => {
    const { status, stdout, stderr } = await at.run(["curl", "recipe.json"]);
    expect(status).toBe(0);
    expect(stdout).toContain('"base_image_url": "./bottle.png"');
    expect(stderr.trim().split("\n")).toEqual([
      expect.stringContaining("input.base_image_url"),
      expect.stringContaining("input.reference_edge.background_edge[0]"),
    ]);
  });

  test("what it prints is a recipe again", async () => {
    const { stdout } = await at.run(["curl", "recipe.json"]);
    expect(await at.run(["preflight", "-"], { input: stdout })).toMatchObject({ status: 0 });
  });
});

test.each([
  [[], 2],
  [["paint", "recipe.json"], 2],
  [["generate", "recipe.json", "--no-such-option"], 2],
  [["generate", "no-such-recipe.json"], 2],
  [["--help"], 0],
  [["--version"], 0],
])("%j ends with %d and writes to the right stream", async (args, status) => {
  const ended = await at.run(args);
  expect(ended.status).toBe(status);
  expect([ended.stdout !== "", ended.stderr !== ""]).toEqual([status === 0, status !== 0]);
});

test("an error with --json is an object too, and the words are on stderr", async () => {
  writeFileSync(path.join(at.folder, "empty.json"), "");
  const { status, stdout, stderr } = await at.run(["generate", "empty.json", "--json"]);
  expect(status).toBe(3);
  expect(records(stdout)).toEqual([
    { type: "error", exitStatus: 3, message: expect.stringContaining("no request body") },
  ]);
  expect(stderr).toContain("no request body");
});
