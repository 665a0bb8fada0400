import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { loadImage } from "@napi-rs/canvas";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AssetView } from "#lib/api/asset-view.ts";
import type { ProjectView } from "#lib/api/project-view.ts";
import type { GenerationRecipe, PictureReading } from "#lib/api/recipe-view.ts";
import type { GenerationView } from "#lib/api/run-view.ts";
import type { AssetId } from "#lib/base/ids.ts";
import { documentFromRecipe } from "#lib/composition/apply-recipe.ts";
import { bodyOfPastedText } from "#lib/composition/curl.ts";
import type { PlacedPicture } from "#lib/composition/document.ts";
import { preflight } from "#lib/composition/preflight.ts";
import { assetOfReference, recipeReferences } from "#lib/composition/recipe.ts";
import { recipeFromBody } from "#lib/composition/recipe-from-body.ts";
import { decodeImage } from "#lib/imaging/codec.ts";
import { until } from "#tests/drivers/event-reader.ts";
import { studioApi } from "#tests/drivers/studio-api.ts";
import { type Studio, startStudio, stopStudios } from "#tests/drivers/studio-process.ts";
import { edgePng, jpegPhoto, productPng, rgbPng } from "#tests/fixtures/images.ts";

let pictures: Server;
let host: string;
/** Where the picture was made, and another studio, which fetches from nobody but the public internet. */
let here: Studio;
let there: Studio;
let project: ProjectView;
let generation: GenerationView;
beforeAll(async () => {
  const files: Record<string, Uint8Array> = {
    "/main/base.png": await productPng(),
    "/main/flat.png": await rgbPng(),
    "/ref/scene.jpg": await jpegPhoto(),
    "/edge/blossom.png": await edgePng(),
    "/edge/leaves.png": await edgePng({ width: 90, height: 120 }),
  };
  pictures = createServer(({ url = "" }, response) => {
    if (files[url]) response.setHeader("content-type", "application/octet-stream").end(files[url]);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => pictures.listen(0, "127.0.0.1", resolve));
  host = `127.0.0.1:${(pictures.address() as AddressInfo).port}`;

  here = await startStudio({ env: { BACKLOT_FETCH_ALLOW_HOSTS: `pictures.example, ${host}` } });
  there = await startStudio();
  const api = studioApi(here.url);
  project = await api.createExample("perfume-sunset");
  await api.generate(project, ["v3"], 1);
  const [run] = await until(
    () => api.runs(project.id),
    ([now]) => now?.generations[0]?.state === "done",
    90_000,
  );
  generation = run?.generations[0] as GenerationView;
}, 400_000);
afterAll(async () => {
  await stopStudios();
  pictures.close();
});

async function download(format: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; headers: Headers }> {
  const response = await fetch(`${here.url}/api/pictures/${generation.pictures[0]?.id}/file?format=${format}`);
  expect(response.status).toBe(200);
  return { bytes: new Uint8Array(await response.arrayBuffer()), headers: response.headers };
}
const drop = (studio: Studio, body: Uint8Array<ArrayBuffer>) =>
  studioApi(studio.url).ask<PictureReading>("/api/pictures/read", { method: "POST", body });
const recipeOf = (studio: Studio, id: string) =>
  studioApi(studio.url).ask<GenerationRecipe>(`/api/generations/${id}/recipe`);

/** The status and code of a refusal. */
async function refusal(studio: Studio, path: string, init: RequestInit = {}) {
  const response = await fetch(`${studio.url}${path}`, init);
  const { code } = (await response.json()) as { code: string };
  return { status: response.status, code };
}
const json = (body: unknown) => ({
  method: "POST",
  body: JSON.stringify(body),
  headers: { "content-type": "application/json" },
});
const fromUrl = (url: string, purpose: string) => json({ url, purpose });

test("a generation tells what was sent: its recipe by content, every picture of it to be had, and the document", async () => {
  const { recipe, document, hash } = await recipeOf(here, generation.id);
  expect(document).toEqual(project.document);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  const references = recipeReferences(recipe);
  expect(references).toHaveLength(4);
  for (const reference of references) {
    const response = await fetch(`${here.url}/api/assets/${assetOfReference(reference)}`);
    expect(await decodeImage(new Uint8Array(await response.arrayBuffer()))).toMatchObject(project.document.artboard);
  }
});

describe.each(["png", "webp", "jpeg"])("a picture taken away as %s", (format) => {
  test("is a download with a name, and a picture to other decoders", async () => {
    const { bytes, headers } = await download(format);
    expect(headers.get("content-type")).toBe(`image/${format}`);
    const extension = format === "jpeg" ? "jpg" : format;
    expect(headers.get("content-disposition")).toContain(`filename="Perfume at sunset v3-1.${extension}"`);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(await loadImage(Buffer.from(bytes))).toMatchObject(project.document.artboard);
  });

  test("dropped on its own studio restores the document exactly", async () => {
    const { bytes } = await download(format);
    expect(await drop(here, bytes)).toEqual({ form: "document", document: project.document, missing: [] });
  });

  test("dropped on another studio restores the flattened form, says so, and makes the same recipe there", async () => {
    const { bytes } = await download(format);
    const reading = await drop(there, bytes);
    expect(reading).toMatchObject({ form: "flattened", missing: ["perfume", "blossom", "puppy", "leaves"] });

    const api = studioApi(there.url);
    const { id } = await api.post<ProjectView>("/api/projects", { name: "Dropped" });
    const saved = await api.ask<{ revision: number }>(`/api/projects/${id}`, {
      ...json({ revision: 1, document: reading.document }),
      method: "PUT",
    });
    const run = await api.generate({ id, revision: saved.revision } as ProjectView, ["v3"], 1);
    const [theirs, ours] = [await recipeOf(there, run.generations[0]?.id ?? ""), await recipeOf(here, generation.id)];
    expect(theirs.recipe).toEqual(ours.recipe);
    expect(theirs.hash).toBe(ours.hash);
  });
});

test("the exported PNG has the pixels that the studio shows", async () => {
  const shown = await fetch(`${here.url}/api/assets/${generation.pictures[0]?.assetId}`);
  const { bytes } = await download("png");
  expect(await decodeImage(bytes)).toEqual(await decodeImage(new Uint8Array(await shown.arrayBuffer())));
});

test("the call of the API's own reference, pasted as cURL, becomes a canvas, its pictures fetched", async () => {
  const pasted = `curl --location --request POST 'https://dashscope.aliyuncs.com/api/v1/services/aigc/background-generation/generation/' \\
    --header 'Authorization: Bearer <YOURDASHSCOPEAPIKEY>' --header 'X-DashScope-Async: enable' --header 'Content-Type: application/json' \\
    --data-raw '{"model": "wanx-background-generation-v2", "input": {
      "base_image_url": "http://${host}/main/base.png", "ref_image_url": "http://${host}/ref/scene.jpg", "ref_prompt": "山脉和晚霞",
      "reference_edge": {"foreground_edge": ["http://${host}/edge/blossom.png", "http://${host}/edge/leaves.png"],
        "background_edge": ["http://${host}/edge/leaves.png"], "foreground_edge_prompt": ["粉色桃花", "可爱小狗"], "background_edge_prompt": ["树叶"]}},
      "parameters": {"n": 4, "ref_prompt_weight": 0.5, "model_version": "v3"}}'`;
  const { recipe, fetches } = recipeFromBody(bodyOfPastedText(pasted));
  const api = studioApi(here.url);
  const fetched: Record<string, PlacedPicture> = {};
  for (const { url, role } of fetches) {
    const { id, width, height } = await api.post<AssetView>("/api/assets/from-url", { url, purpose: role });
    fetched[url] = { assetId: id as AssetId, size: { width, height }, name: "" };
  }
  expect(Object.keys(fetched)).toHaveLength(4);
  const document = documentFromRecipe(recipe, fetched);
  const { id } = await api.post<ProjectView>("/api/projects", {});
  const { revision } = await api.ask<{ revision: number }>(`/api/projects/${id}`, {
    ...json({ revision: 1, document }),
    method: "PUT",
  });
  const run = await api.generate({ id, revision } as ProjectView, ["v3"], 4);
  expect(run.generations).toHaveLength(1);
});

test("a base without transparency arrives on the canvas, where pre-flight says what is wrong with it", async () => {
  const asset = await studioApi(here.url).post<AssetView>("/api/assets/from-url", {
    url: `http://${host}/main/flat.png`,
    purpose: "subject",
  });
  expect(asset).toMatchObject({ mediaType: "image/png", facts: { mode: "rgb", opaqueShare: 1 } });
  const document = {
    ...project.document,
    subject: project.document.subject && { ...project.document.subject, assetId: asset.id as AssetId },
  };
  expect(preflight(document, { [asset.id]: asset.facts }).map(({ code }) => code)).toContain("subject-no-alpha");
});

test.each([
  ["loopback", () => `http://${host}/main/base.png`, "fetch/refused"],
  ["the studio itself", () => `${there.url}/api/projects`, "fetch/refused"],
  ["the metadata of a cloud", () => "http://100.100.100.200/latest/meta-data/", "fetch/refused"],
  ["a file", () => "file:///etc/passwd", "fetch/refused"],
  ["no address", () => "not an address", "fetch/failed"],
])("a studio that was told of no hosts does not fetch from %s", async (_what, url, code) => {
  expect(await refusal(there, "/api/assets/from-url", fromUrl(url(), "guide"))).toMatchObject({ code });
});

test("what is not there, or not a picture, says so", async () => {
  expect(await refusal(here, "/api/assets/from-url", fromUrl(`http://${host}/nothing.png`, "guide"))).toEqual({
    status: 502,
    code: "fetch/failed",
  });
  expect(await refusal(here, "/api/assets/from-url", fromUrl("http://pictures.example:0/", "hat"))).toEqual({
    status: 400,
    code: "request/invalid",
  });
  expect(await refusal(here, "/api/pictures/picture_0/file?format=png")).toEqual({
    status: 404,
    code: "picture/not-found",
  });
  expect(await refusal(here, `/api/pictures/${generation.pictures[0]?.id}/file?format=gif`)).toEqual({
    status: 400,
    code: "request/invalid",
  });
  expect(await refusal(here, "/api/generations/generation_0/recipe")).toEqual({
    status: 404,
    code: "generation/not-found",
  });
  const huge = new Uint8Array(41 * 1024 * 1024);
  expect(await refusal(here, "/api/pictures/read", { method: "POST", body: huge })).toEqual({
    status: 413,
    code: "upload/too-large",
  });
});

test("a picture without the studio's data, and any other bytes, are ordinary", async () => {
  for (const bytes of [
    await productPng(),
    new TextEncoder().encode("text"),
    new Uint8Array([0xff, 0xd8, 0xff, 0xff]),
  ]) {
    expect(await drop(here, new Uint8Array(bytes))).toEqual({ form: "none", document: null, missing: [] });
  }
});
