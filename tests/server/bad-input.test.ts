import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AssetView } from "#lib/api/asset-view.ts";
import type { ProjectView } from "#lib/api/project-view.ts";
import { type Studio, startStudio, stopStudios } from "#tests/drivers/studio-process.ts";
import * as images from "#tests/fixtures/images.ts";

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
}, 300_000);
afterAll(stopStudios);

interface Answer {
  status: number;
  code: string;
  detail: string;
  values: Record<string, unknown>;
}

async function call(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${studio.url}${path}`, init);
  expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  return { status: response.status, ...(await response.json()) };
}

const upload = (bytes: Uint8Array, purpose = "subject", type = "image/png") =>
  call(`/api/assets?purpose=${purpose}`, {
    method: "POST",
    body: new Uint8Array(bytes),
    headers: { "content-type": type },
  });

const json = (method: string, body: unknown, headers = {}) => ({
  method,
  body: JSON.stringify(body),
  headers: { "content-type": "application/json", ...headers },
});

async function newProject(body: unknown = {}): Promise<ProjectView> {
  const response = await fetch(`${studio.url}/api/projects`, json("POST", body));
  expect(response.status).toBe(201);
  return (await response.json()) as ProjectView;
}

async function good<Body>(path: string, init: RequestInit): Promise<Body> {
  const response = await fetch(`${studio.url}${path}`, init);
  expect(response.ok, await response.clone().text()).toBe(true);
  return (await response.json()) as Body;
}

test.each<[string, () => Promise<Uint8Array> | Uint8Array, number, string]>([
  ["not an image", () => new TextEncoder().encode("just text, whatever its name says"), 415, "upload/not-an-image"],
  ["0 bytes", () => new Uint8Array(), 400, "upload/empty"],
  ["60 MB", () => new Uint8Array(60 * 1024 * 1024), 413, "upload/too-large"],
  ["a decompression bomb of 20,000 px", () => images.bombPng(20_000), 422, "upload/too-many-pixels"],
  ["RGB where RGBA is needed", () => images.rgbPng(), 422, "upload/no-alpha"],
  ["a fully transparent subject", () => images.transparentPng(), 422, "upload/fully-transparent"],
  ["a fully opaque subject", () => images.opaqueRgbaPng(), 422, "upload/fully-opaque"],
])("an upload of %s has its own answer", async (_name, bytes, status, code) => {
  expect(await upload(await bytes())).toMatchObject({ status, code });
});

test("a wrong file type in the header does no harm when the bytes are a picture", async () => {
  const asset = await good<AssetView>("/api/assets?purpose=subject", {
    method: "POST",
    body: new Uint8Array(await images.productPng()),
    headers: { "content-type": "image/jpeg" },
  });
  expect(asset.mediaType).toBe("image/png");
});

test("an upload without a known purpose names the field", async () => {
  expect(await upload(await images.productPng(), "hat")).toMatchObject({
    status: 400,
    code: "request/invalid",
    values: { field: "purpose" },
  });
});

test("eleven elements are kept but not sent, and the answer says how many there may be", async () => {
  const project = await newProject({ example: "perfume-sunset" });
  const [element] = project.document.foreground;
  const foreground = Array.from({ length: 10 }, (_, index) => ({ ...element, id: `element_${index}` }));
  const document = { ...project.document, foreground };
  const saved = await good<{ revision: number }>(
    `/api/projects/${project.id}`,
    json("PUT", { revision: project.revision, document }),
  );
  const run = { projectId: project.id, revision: saved.revision, versions: ["v2"], n: 1 };
  expect(await call("/api/runs", json("POST", run))).toMatchObject({
    status: 422,
    code: "document/not-ready",
    values: { finding: "elements-too-many", count: 11, max: 10 },
  });
});

test("a scene without any guide is not sent, and the answer names the field", async () => {
  const project = await newProject({ example: "tea-podium" });
  const document = { ...project.document, guide: { ...project.document.guide, prompt: "  " } };
  const { revision } = await good<{ revision: number }>(
    `/api/projects/${project.id}`,
    json("PUT", { revision: project.revision, document }),
  );
  const run = { projectId: project.id, revision, versions: ["v2"], n: 1 };
  expect(await call("/api/runs", json("POST", run))).toMatchObject({
    status: 422,
    code: "document/not-ready",
    values: { finding: "guide-missing", field: "prompt" },
  });
});

test("a save from an older revision is refused and nothing is lost", async () => {
  const project = await newProject({ example: "perfume-marble" });
  const save = { revision: project.revision, document: project.document };
  await good(`/api/projects/${project.id}`, json("PUT", save));
  expect(await call(`/api/projects/${project.id}`, json("PUT", save))).toMatchObject({
    status: 409,
    code: "project/stale-revision",
    values: { current: project.revision + 1 },
  });
});

test.each(["project_0123456789abcdef01234567", "../../etc/passwd", "somebody's imagination"])(
  "the project id %j does not exist",
  async (id) => {
    expect(await call(`/api/projects/${encodeURIComponent(id)}`)).toMatchObject({
      status: 404,
      code: "project/not-found",
    });
  },
);

test("malformed JSON is told from JSON with a wrong field, which is named", async () => {
  const headers = { "content-type": "application/json" };
  expect(await call("/api/projects", { method: "POST", body: "{", headers })).toMatchObject({
    status: 400,
    code: "request/malformed-json",
  });
  const run = { projectId: "project_0123456789abcdef01234567", revision: 1, versions: ["v4"], n: 1 };
  expect(await call("/api/runs", json("POST", run))).toMatchObject({
    status: 400,
    code: "request/invalid",
    values: { field: "versions.0" },
  });
  expect(
    await call("/api/projects", { method: "POST", body: "{}", headers: { "content-type": "text/plain" } }),
  ).toMatchObject({ status: 415, code: "request/unsupported-media-type" });
});

test("an address that is not part of the API gets a problem, not a page", async () => {
  expect(await call("/api/nothing/here")).toMatchObject({ status: 404, code: "request/not-found" });
});

test("the words are in the reader's language", async () => {
  const english = await call("/api/projects/nobody", { headers: { "accept-language": "en" } });
  const chinese = await call("/api/projects/nobody", { headers: { "accept-language": "zh-CN,en;q=0.5" } });
  const chosen = await call("/api/projects/nobody", { headers: { "accept-language": "en", cookie: "locale=zh-CN" } });
  expect(english.detail).toMatch(/project/i);
  expect(chinese.detail).toMatch(/项目/);
  expect(chosen.detail).toBe(chinese.detail);
});

/** `fetch` does not let a Host header be set: a foreign name that resolves to this machine is played with node:http. */
function withHost(host: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpRequest({ port: studio.port, host: "127.0.0.1", path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

test.each(["/", "/api/projects", "/api/v1/tasks", "/examples/perfume.png"])(
  "a foreign Host is refused for %s",
  async (path) => {
    expect(await withHost(`evil.test:${studio.port}`, path)).toBe(421);
    expect(await withHost("evil.test", path)).toBe(421);
    expect(await withHost(`localhost:${studio.port}`, path)).not.toBe(421);
  },
);

test("a page of another site may not change anything", async () => {
  const foreign = json("POST", {}, { origin: "http://evil.test" });
  expect(await call("/api/projects", foreign)).toMatchObject({ status: 403, code: "request/foreign-origin" });
  const own = await fetch(`${studio.url}/api/projects`, json("POST", {}, { origin: studio.url }));
  expect(own.status).toBe(201);
});

test("after all of this it still runs, and has written no error", async () => {
  expect((await fetch(`${studio.url}/api/health`)).status).toBe(200);
  expect(studio.output()).not.toMatch(/"level":50|Error:|at .*\.ts:\d+/);
});
