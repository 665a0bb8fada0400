import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createEngine } from "#lib/engine/create-engine.ts";
import {
  bombPng,
  edgePng,
  jpegPhoto,
  opaqueRgbaPng,
  palettePng,
  productPng,
  rgbPng,
  transparentPng,
} from "#tests/fixtures/images.ts";
import { openTestSandbox, type TestSandbox, taskIdOf } from "./test-sandbox.ts";

const engine = createEngine({ threads: 1 });
let sandbox: TestSandbox;
let base: string;
beforeAll(async () => {
  sandbox = await openTestSandbox(engine);
  base = await sandbox.upload(await productPng({ width: 64, height: 48 }));
});
afterAll(async () => {
  await sandbox.close();
  await engine.close();
});

const small = { width: 64, height: 64 };
const modes = "modes concept see https://pillow.readthedocs.io/en/stable/handbook/concepts.html#concept-modes";

async function finished(input: object, parameters: object = {}) {
  return sandbox.outputOf(taskIdOf(await sandbox.submit(input, parameters)));
}

function resultUrls(output: Record<string, unknown>): string[] {
  return (output.results as { url: string }[]).map(({ url }) => url);
}

describe("a base picture that will not do fails the task", () => {
  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string, string]>([
    ["RGB", rgbPng, "BadRequest.UnsupportedFileFormat", `Base image require RGBA format, but is RGB, ${modes}`],
    ["P", palettePng, "BadRequest.UnsupportedFileFormat", `Base image require RGBA format, but is P, ${modes}`],
    ["JPEG", jpegPhoto, "BadRequest.UnsupportedFileFormat", `Base image require RGBA format, but is RGB, ${modes}`],
    ["too long", () => transparentPng({ width: 2049, height: 16 }), "InvalidParameter", "2049 x 16"],
    ["too small", () => transparentPng({ width: 64, height: 9 }), "InvalidParameter", "size is not supported"],
    ["a bomb", () => bombPng(), "InvalidParameter", "20000 x 20000"],
    [
      "no picture",
      () => new TextEncoder().encode("hello"),
      "InvalidParameter.FileDownload",
      "download for input_image error",
    ],
    ["an empty file", () => new Uint8Array(), "InvalidParameter.FileDownload", "download for input_image error"],
    [
      "a picture that ends early",
      async () => (await productPng(small)).subarray(0, 700),
      "InvalidParameter.FileDownload",
      "download for input_image error",
    ],
  ])("%s", async (_name, draw, code, words) => {
    const output = await finished({ base_image_url: await sandbox.upload(await draw()) });
    expect(output).toMatchObject({ task_status: "FAILED", code, message: expect.stringContaining(words) });
    expect(output).not.toHaveProperty("results");
  });
});

test.each(["foreground_edge", "background_edge"])("a picture of %s must be RGBA too", async (list) => {
  const edge = await sandbox.upload(await rgbPng());
  expect(await finished({ base_image_url: base, reference_edge: { [list]: [edge] } })).toMatchObject({
    task_status: "FAILED",
    code: "BadRequest.UnsupportedFileFormat",
    message: expect.stringContaining("require RGBA format, but is RGB"),
  });
});

test("a host that is not allowed is never asked, and the task says so", async () => {
  expect(await finished({ base_image_url: "http://169.254.169.254/latest" })).toMatchObject({
    code: "InvalidParameter.FileDownload",
    message: expect.stringContaining("169.254.169.254 is not on the list of allowed hosts"),
  });
});

test("guide and edges of every size and mode that the reference allows give pictures of the base's size", async () => {
  const output = await finished(
    {
      base_image_url: base,
      ref_image_url: await sandbox.upload(await jpegPhoto({ width: 90, height: 40 })),
      ref_prompt: "晚霞 ".repeat(200),
      neg_ref_prompt: "低质量的",
      title: "标题",
      reference_edge: {
        foreground_edge: [await sandbox.upload(await edgePng({ width: 30, height: 200 }))],
        background_edge: [await sandbox.upload(await edgePng(small))],
        background_edge_prompt: ["树叶"],
      },
    },
    { n: 2, model_version: "v3", scene_type: "ROOM", noise_level: 0, ref_prompt_weight: 1 },
  );
  expect(output).toMatchObject({ task_status: "SUCCEEDED", task_metrics: { TOTAL: 2, SUCCEEDED: 2, FAILED: 0 } });
  const urls = resultUrls(output);
  expect(urls).toHaveLength(2);
  for (const [index, url] of urls.entries()) {
    expect(new URL(url).pathname).toMatch(
      new RegExp(`^/api/v1/sandbox/results/[0-9a-f]{8}/\\d{8}/\\d{6}_${index}_[0-9a-f-]{36}\\.png$`),
    );
    const response = await sandbox.fetch(url);
    expect(response.headers.get("content-type")).toBe("image/png");
    const { format, width, height } = await sharp(await response.arrayBuffer()).metadata();
    expect({ format, width, height }).toEqual({ format: "png", width: 64, height: 48 });
  }
});

test.each([
  ["opaque", () => opaqueRgbaPng(small)],
  ["wholly transparent", () => transparentPng(small)],
])("a base that is RGBA but %s is rendered: its mode is all that is asked", async (_name, draw) => {
  expect(await finished({ base_image_url: await sandbox.upload(await draw()) })).toMatchObject({
    task_status: "SUCCEEDED",
  });
});

test("a result's address is good for 24 hours, for what it was signed for and nothing else", async () => {
  const [url = ""] = resultUrls(await finished({ base_image_url: base }));
  const statusOf = async (address: string, method = "GET") => (await sandbox.fetch(address, { method })).status;
  expect(await statusOf(url)).toBe(200);
  const head = await sandbox.fetch(url, { method: "HEAD" });
  expect(Number(head.headers.get("content-length"))).toBeGreaterThan(100);
  expect((await head.arrayBuffer()).byteLength).toBe(0);

  const tampered = (name: string, value: string) => {
    const other = new URL(url);
    other.searchParams.set(name, value);
    return other.href;
  };
  expect(await statusOf(tampered("Expires", "9999999999"))).toBe(403);
  expect(await statusOf(tampered("Signature", ""))).toBe(403);
  expect(await statusOf(url.split("?")[0] ?? "")).toBe(403);
  expect(await statusOf(url.replace("_0_", "_1_"))).toBe(403);
  sandbox.clock.pass(23.9 * 3600_000);
  expect(await statusOf(url)).toBe(200);
  sandbox.clock.pass(0.2 * 3600_000);
  expect(await (await sandbox.fetch(url)).text()).toContain("Request has expired.");
});

test("a task is known for 24 hours after its end and UNKNOWN from then on, also in the list and to other keys", async () => {
  const taskId = taskIdOf(await sandbox.submit({ base_image_url: base }));
  await sandbox.outputOf(taskId);
  const foreign = await sandbox.ask("GET", `/tasks/${taskId}`, { headers: { authorization: "Bearer sk-other" } });
  expect(foreign.body.output).toEqual({ task_id: taskId, task_status: "UNKNOWN" });
  sandbox.clock.pass(23.9 * 3600_000);
  expect((await sandbox.ask("GET", `/tasks/${taskId}/`)).body.output).toMatchObject({ task_status: "SUCCEEDED" });
  sandbox.clock.pass(0.2 * 3600_000);
  expect((await sandbox.ask("GET", `/tasks/${taskId}`)).body).toEqual({
    request_id: expect.any(String),
    output: { task_id: taskId, task_status: "UNKNOWN" },
  });
  expect((await sandbox.ask("GET", `/tasks?task_id=${taskId}`)).body).toMatchObject({ total: 0, data: [] });
});
