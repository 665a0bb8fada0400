import { request as httpRequest } from "node:http";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AssetView } from "#lib/api/asset-view.ts";
import type { Operation } from "#lib/api/operation.ts";
import { errorsOf } from "#lib/api/operation-errors.ts";
import { ALL_OPERATIONS } from "#lib/api/operations/all-operations.ts";
import * as assets from "#lib/api/operations/assets.ts";
import { streamEvents } from "#lib/api/operations/events.ts";
import * as pictures from "#lib/api/operations/pictures.ts";
import * as projects from "#lib/api/operations/projects.ts";
import { readPrompts } from "#lib/api/operations/prompts.ts";
import * as runs from "#lib/api/operations/runs.ts";
import * as studio from "#lib/api/operations/studio.ts";
import { problemSchema } from "#lib/api/problem.ts";
import type { ProjectView } from "#lib/api/project-view.ts";
import type { RunView } from "#lib/api/run-view.ts";
import { ERROR_STATUS, type ErrorCode } from "#lib/base/error-codes.ts";
import { type AssetId, newId } from "#lib/base/ids.ts";
import { updateGeneration } from "#lib/db/generation-repository.ts";
import { insertPicture } from "#lib/db/picture-repository.ts";
import { openStudioDatabase, type StudioDatabase } from "#lib/db/studio-database.ts";
import { takeContainer } from "#lib/server/container-slot.ts";
import { type ReadEvent, readEvents } from "#tests/drivers/event-reader.ts";
import { type PictureServer, startPictureServer } from "#tests/drivers/picture-server.ts";
import { type RouteServer, readRouteFiles, startRouteServer } from "#tests/drivers/route-server.ts";
import { productPng } from "#tests/fixtures/images.ts";

let elsewhere: PictureServer;
let server: RouteServer;
let project: ProjectView;
beforeAll(async () => {
  elsewhere = await startPictureServer(await productPng());
  server = await startRouteServer({
    BACKLOT_FETCH_ALLOW_HOSTS: elsewhere.host,
    // Inputs are given out only where upstream is somewhere else.
    DASHSCOPE_API_KEY: "sk-never-sent",
    BACKLOT_PUBLIC_URL: "https://studio.example",
  });
  project = await jsonOf(call(projects.createProject, { json: { example: "perfume-marble" } }));
}, 30_000);
afterAll(async () => {
  await server.close();
  await elsewhere.close();
});

interface Parts {
  params?: Record<string, string>;
  query?: Record<string, string>;
  json?: unknown;
  file?: Uint8Array;
}

/** Sends what the declaration says: its method to its address. */
function call({ method, path: template }: Operation, { params = {}, query = {}, json, file }: Parts = {}) {
  const address = template.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params[name] ?? ""));
  return fetch(`${server.url}${address}?${new URLSearchParams(query)}`, {
    method,
    headers: json === undefined ? {} : { "content-type": "application/json" },
    body: json === undefined ? file && new Uint8Array(file) : JSON.stringify(json),
  });
}

async function jsonOf<Body>(answer: Promise<Response>): Promise<Body> {
  return (await (await answer).json()) as Body;
}

/** `fetch` sets the Host header itself. */
function callUnderForeignName({ path: address }: Operation): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    httpRequest({ hostname, port, path: address, headers: { host: "evil.test" } }, async (response) => {
      const headers = response.headers as Record<string, string>;
      resolve(new Response(Buffer.concat(await response.toArray()), { status: response.statusCode, headers }));
    })
      .on("error", reject)
      .end();
  });
}

const NOBODY = "project_000000000000000000000000";
const NOTHING = "generation_000000000000000000000000";
const upload = async () => call(assets.uploadAsset, { query: { purpose: "subject" }, file: await productPng() });
const press = (projectId = project.id) =>
  call(runs.createRun, { json: { projectId, revision: project.revision, versions: ["v2", "v3"], n: 1 } });
const newGenerationId = async () => (await jsonOf<RunView>(press())).generations[0]?.id ?? "";

/** The lane stands still here: what a broken submission, and a finished picture, leave behind is written down by hand. */
async function writeDown(write: (db: StudioDatabase) => Promise<unknown>): Promise<void> {
  const db = await openStudioDatabase(path.join(server.dataDir, "studio.sqlite"));
  await write(db);
  await db.destroy();
}

async function undecidedGenerationId(): Promise<string> {
  const id = await newGenerationId();
  await writeDown((db) => updateGeneration(db, id, ["queued"], { state: "needs_decision" }));
  return id;
}

async function newPictureId(): Promise<string> {
  const id = newId("picture");
  const generationId = await newGenerationId();
  const { id: assetId, width, height } = await jsonOf<AssetView>(upload());
  await writeDown((db) => insertPicture(db, { id, generationId, idx: 0, assetId, width, height, createdAt: 1 }));
  return id;
}

interface Case {
  operation: Operation;
  good: () => Promise<Response>;
  code: ErrorCode;
  bad: () => Promise<Response>;
}

const CASES: readonly Case[] = [
  {
    operation: projects.listProjects,
    good: () => call(projects.listProjects, { query: { limit: "1" } }),
    code: "request/invalid",
    bad: () => call(projects.listProjects, { query: { limit: "101" } }),
  },
  {
    operation: projects.createProject,
    good: () => call(projects.createProject, { json: {} }),
    code: "request/unsupported-media-type",
    bad: () => call(projects.createProject, { file: new Uint8Array([123, 125]) }),
  },
  {
    operation: projects.getProject,
    good: () => call(projects.getProject, { params: { projectId: project.id } }),
    code: "project/not-found",
    bad: () => call(projects.getProject, { params: { projectId: "../../etc" } }),
  },
  {
    operation: projects.saveProject,
    good: async () => {
      const { id, revision, document } = await jsonOf<ProjectView>(call(projects.createProject, { json: {} }));
      return call(projects.saveProject, { params: { projectId: id }, json: { revision, document } });
    },
    code: "project/stale-revision",
    bad: () => {
      const { id, document } = project;
      return call(projects.saveProject, { params: { projectId: id }, json: { revision: 99, document } });
    },
  },
  {
    operation: projects.deleteProject,
    good: async () => {
      const { id } = await jsonOf<ProjectView>(call(projects.createProject, { json: {} }));
      return call(projects.deleteProject, { params: { projectId: id } });
    },
    code: "project/not-found",
    bad: () => call(projects.deleteProject, { params: { projectId: NOBODY } }),
  },
  {
    operation: assets.uploadAsset,
    good: upload,
    code: "upload/not-an-image",
    bad: () => call(assets.uploadAsset, { query: { purpose: "guide" }, file: new TextEncoder().encode("just text") }),
  },
  {
    operation: assets.fetchAsset,
    good: () => call(assets.fetchAsset, { json: { url: elsewhere.url, purpose: "element" } }),
    code: "fetch/refused",
    bad: () => call(assets.fetchAsset, { json: { url: "http://127.0.0.1:1/", purpose: "element" } }),
  },
  {
    operation: assets.getAsset,
    good: async () => {
      const { id } = await jsonOf<AssetView>(upload());
      return call(assets.getAsset, { params: { assetId: id }, query: { longSide: "64" } });
    },
    code: "request/invalid",
    bad: () => call(assets.getAsset, { params: { assetId: "asset_00000000" }, query: { longSide: "1e2" } }),
  },
  {
    operation: assets.getAssetFacts,
    good: async () => call(assets.getAssetFacts, { params: { assetId: (await jsonOf<AssetView>(upload())).id } }),
    code: "asset/not-found",
    bad: () => call(assets.getAssetFacts, { params: { assetId: "asset_00000000" } }),
  },
  {
    operation: assets.makeEdge,
    good: async () => {
      const { id } = await jsonOf<AssetView>(upload());
      return call(assets.makeEdge, { params: { assetId: id }, json: { detail: 0.2 } });
    },
    code: "asset/not-found",
    bad: () => call(assets.makeEdge, { params: { assetId: "asset_00000000" }, json: {} }),
  },
  {
    operation: assets.repairAsset,
    good: async () => {
      const { id } = await jsonOf<AssetView>(upload());
      return call(assets.repairAsset, { params: { assetId: id }, json: { repair: "clean-halo" } });
    },
    code: "asset/not-found",
    bad: () => call(assets.repairAsset, { params: { assetId: "asset_00000000" }, json: { repair: "invert" } }),
  },
  {
    operation: assets.getInput,
    good: async () => {
      const { id } = await jsonOf<AssetView>(upload());
      const { signal } = new AbortController();
      const given = await takeContainer().signedInputs?.addressOf(id as AssetId, "image/png", signal);
      const { searchParams } = new URL(given ?? "");
      return call(assets.getInput, { params: { fileName: `${id}.png` }, query: Object.fromEntries(searchParams) });
    },
    code: "input/not-signed",
    bad: () => call(assets.getInput, { params: { fileName: "asset_00000000.png" }, query: { expires: "9999999999" } }),
  },
  {
    operation: readPrompts,
    good: () => call(readPrompts, { json: { prompts: ["a wombat"] } }),
    code: "request/invalid",
    bad: () => call(readPrompts, { json: { prompts: Array(13).fill("a wombat") } }),
  },
  {
    operation: runs.listRuns,
    good: async () => {
      await press();
      return call(runs.listRuns, { query: { projectId: project.id, limit: "1" } });
    },
    code: "project/not-found",
    bad: () => call(runs.listRuns, { query: { projectId: NOBODY } }),
  },
  { operation: runs.createRun, good: () => press(), code: "project/not-found", bad: () => press(NOBODY) },
  {
    operation: runs.cancelGeneration,
    good: async () => call(runs.cancelGeneration, { params: { generationId: await newGenerationId() } }),
    code: "generation/not-found",
    bad: () => call(runs.cancelGeneration, { params: { generationId: NOTHING } }),
  },
  {
    operation: runs.sendGenerationAgain,
    good: async () => call(runs.sendGenerationAgain, { params: { generationId: await undecidedGenerationId() } }),
    code: "generation/not-undecided",
    bad: async () => call(runs.sendGenerationAgain, { params: { generationId: await newGenerationId() } }),
  },
  {
    operation: pictures.getGenerationRecipe,
    good: async () => call(pictures.getGenerationRecipe, { params: { generationId: await newGenerationId() } }),
    code: "generation/not-found",
    bad: () => call(pictures.getGenerationRecipe, { params: { generationId: NOTHING } }),
  },
  {
    operation: pictures.exportPicture,
    good: async () =>
      call(pictures.exportPicture, { params: { pictureId: await newPictureId() }, query: { format: "webp" } }),
    code: "picture/not-found",
    bad: () => call(pictures.exportPicture, { params: { pictureId: "picture_00000000" }, query: { format: "png" } }),
  },
  {
    operation: pictures.readPicture,
    good: async () => {
      const params = { pictureId: await newPictureId() };
      const file = await (await call(pictures.exportPicture, { params, query: { format: "png" } })).arrayBuffer();
      return call(pictures.readPicture, { file: new Uint8Array(file) });
    },
    code: "upload/too-large",
    bad: () => call(pictures.readPicture, { file: new Uint8Array(41 * 1024 * 1024) }),
  },
  {
    operation: streamEvents,
    good: () => call(streamEvents, { query: { after: "0" } }),
    code: "request/invalid",
    bad: () => call(streamEvents, { query: { after: "yesterday" } }),
  },
  ...[studio.getAbout, studio.getHealth, studio.getOpenApi].map(
    (operation): Case => ({
      operation,
      good: () => call(operation),
      code: "request/foreign-host",
      bad: () => callUnderForeignName(operation),
    }),
  ),
];

test("every operation is tried here", () => {
  expect(CASES.map(({ operation }) => operation.id).sort()).toEqual(ALL_OPERATIONS.map(({ id }) => id).sort());
});

test("every route is declared, and every declared operation has its route", async () => {
  const declared = new Map<string, string[]>();
  for (const { path: address, method } of ALL_OPERATIONS) {
    declared.set(address, [...(declared.get(address) ?? []), method]);
  }
  const routed = await Promise.all(
    (await readRouteFiles()).map(async ({ path: address, handlers }) => {
      const answer = await handlers.OPTIONS?.(new Request("http://localhost"), { params: Promise.resolve({}) });
      const taken = answer?.headers.get("allow")?.split(", ") ?? [];
      return [address, taken.filter((method) => method !== "HEAD" && method !== "OPTIONS")] as const;
    }),
  );
  const sorted = (entries: Iterable<readonly [string, string[]]>) =>
    [...entries].map(([address, methods]) => `${address} ${methods.sort().join(" ")}`).sort();
  expect(sorted(routed)).toEqual(sorted(declared));
});

describe.each(CASES.map((one) => [one.operation.id, one] as const))("%s", (_id, { operation, good, code, bad }) => {
  test("answers what its declaration says, and nothing beside it", async () => {
    const response = await good();
    const { answer } = operation;
    expect(response.status).toBe(answer.status);
    const type = response.headers.get("content-type");
    switch (answer.kind) {
      case "json": {
        const body = await response.json();
        expect(type).toBe("application/json");
        // What the schema does not know it drops: an answer that comes back whole has nothing undeclared.
        expect(answer.schema.parse(body)).toEqual(body);
        const location = response.headers.get("location");
        expect(location !== null).toBe(answer.location !== undefined);
        if (location !== null) expect((await fetch(server.url + location)).status).toBe(200);
        return;
      }
      case "nothing":
        expect(await response.text()).toBe("");
        return;
      case "file":
        expect(answer.mediaTypes).toContain(type);
        for (const name of answer.headers ?? []) expect(response.headers.get(name), name).not.toBeNull();
        expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0);
        return;
      case "events": {
        expect(type).toMatch(/^text\/event-stream/);
        await response.body?.cancel();
        const read: ReadEvent[] = [];
        await readEvents(server.url, 0, read, () => true);
        expect(read).toHaveLength(1);
        for (const frame of read) {
          expect(answer.schema.parse(frame)).toEqual(frame);
          expect(frame.data).toMatchObject({ seq: frame.id, type: frame.event });
        }
      }
    }
  });

  test(`answers an error as a problem that it has declared: ${code}`, async () => {
    const response = await bad();
    expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    const body = await response.json();
    expect(problemSchema.strict().parse(body)).toMatchObject({ code, type: `/api-reference#${code}` });
    expect(response.status).toBe(ERROR_STATUS[code]);
    expect(body.status).toBe(response.status);
    expect(errorsOf(operation)).toContain(code);
  });
});
