import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { GenerationState, RunView } from "#lib/api/run-view.ts";
import { systemClock } from "#lib/base/clock.ts";
import { ApiKey } from "#lib/wanx/client/api-key.ts";
import type { WanxClient } from "#lib/wanx/client/client.ts";
import { createWanxClient } from "#lib/wanx/client/create-client.ts";
import { type SandboxProcess, startSandbox, stopSandbox, temporaryFolder } from "#tests/contract/sandbox-process.ts";
import { type ReadEvent, readEvents, until } from "#tests/drivers/event-reader.ts";
import { studioApi } from "#tests/drivers/studio-api.ts";
import { type Studio, startStudio, stopStudios } from "#tests/drivers/studio-process.ts";
import { startTcpProxy, type TcpProxy } from "#tests/faults/tcp-proxy.ts";

/** Unlike anything else in the house: where it turns up, the key has leaked. */
const KEY = "sk-canary-8d1f0c6e2b7a4935";
const SECRET = KEY.slice("sk-".length);
const SUBMIT = /^POST \S*\/background-generation\/generation/;

const upstreamData = temporaryFolder();
let upstream: SandboxProcess;
let proxy: TcpProxy;
let asOwner: WanxClient;
beforeAll(async () => {
  upstream = await startSandbox(upstreamData.folder, "--key", KEY);
  const { port } = new URL(upstream.baseUrl);
  proxy = await startTcpProxy(Number(port));
  asOwner = createWanxClient({
    baseUrl: upstream.baseUrl,
    apiKey: new ApiKey(KEY),
    fetch: globalThis.fetch,
    clock: systemClock,
  });
});
afterAll(async () => {
  await proxy.close();
  await stopSandbox(upstream);
  upstreamData.remove();
});

let studio: Studio;
let dataDir: ReturnType<typeof temporaryFolder>;
let before: Set<string>;
beforeEach(async () => {
  dataDir = temporaryFolder();
  before = new Set(await tasksUpstream());
});
afterEach(async () => {
  await stopStudios();
  dataDir.remove();
});

async function startInCloudMode(key: string, more: Record<string, string> = {}): Promise<void> {
  studio = await startStudio({
    dataDir: dataDir.folder,
    env: {
      DASHSCOPE_API_KEY: key,
      DASHSCOPE_HTTP_BASE_URL: `http://127.0.0.1:${proxy.port}/api/v1`,
      LOG_LEVEL: "debug",
      ...more,
    },
  });
}

async function tasksUpstream(): Promise<string[]> {
  return (await asOwner.list({ pageSize: 100 })).tasks.map((task) => task.taskId);
}

const newTasks = async () => (await tasksUpstream()).filter((taskId) => !before.has(taskId));

async function untilAll(projectId: string, ...states: GenerationState[]): Promise<RunView> {
  const [run] = await until(
    () => studioApi(studio.url).runs(projectId),
    ([now]) => now?.generations.every(({ state }) => states.includes(state)) ?? false,
    180_000,
  );
  return run as RunView;
}

test("a run of both versions ends done, and the key is nowhere that anybody but upstream can read", async () => {
  await startInCloudMode(KEY);
  const api = studioApi(studio.url);
  expect(studio.output()).toContain("with Wanx in the cloud");
  const events: ReadEvent[] = [];
  const reading = readEvents(studio.url, 0, events, () => false);
  const project = await api.createSmallExample("perfume-sunset");
  await api.generate(project, ["v2", "v3"], 2);
  const run = await untilAll(project.id, "done", "failed");
  expect(
    run.generations.map(({ version, state, failure, pictures }) => [version, state, failure, pictures.length]),
  ).toEqual([
    ["v2", "done", null, 2],
    ["v3", "done", null, 2],
  ]);
  expect(new Set(run.generations.map(({ taskId }) => taskId))).toEqual(new Set(await newTasks()));

  const pages = ["/", `/projects/${project.id}`, "/api-reference", "/nowhere"];
  const answers = [
    ...[
      "/api/about",
      "/api/health",
      "/api/openapi.json",
      "/api/projects",
      `/api/projects/${project.id}`,
      `/api/runs?projectId=${project.id}`,
    ],
    ...["/api/v1/tasks", "/api/nowhere", "/api/projects/nobody", "/api/runs"],
    ...[`/api/inputs/asset_${"ab".repeat(32)}.png`, "/sandbox/ledger"],
    ...run.generations.flatMap(({ id, pictures }) => [
      `/api/generations/${id}/recipe`,
      ...pictures.map((picture) => `/api/assets/${picture.assetId}`),
      ...pictures.map((picture) => `/api/pictures/${picture.id}/file?format=png`),
    ]),
  ];
  const read: [string, RequestInit][] = [
    ...pages.map((page): [string, RequestInit] => [page, {}]),
    ...pages.map((page): [string, RequestInit] => [`${page}?_rsc=1`, { headers: { rsc: "1" } }]),
    ...answers.map((answer): [string, RequestInit] => [answer, {}]),
    ["/api/runs", { method: "POST", body: "{", headers: { "content-type": "application/json" } }],
  ];
  let readBytes = 0;
  for (const [address, init] of read) {
    const response = await fetch(`${studio.url}${address}`, init);
    const text = `${JSON.stringify([...response.headers])}${Buffer.from(await response.arrayBuffer()).toString("latin1")}`;
    readBytes += text.length;
    expect(text.includes(SECRET), `${init.method ?? "GET"} ${address}`).toBe(false);
  }
  expect(readBytes).toBeGreaterThan(100_000);
  expect(events.filter(({ event }) => event === "picture-saved")).toHaveLength(4);
  expect(JSON.stringify(events)).not.toContain(SECRET);
  expect(studio.output()).not.toContain(SECRET);

  studio.process.kill("SIGTERM");
  await studio.exited;
  await reading;
  expect(filesWith(SECRET, studio.dataDir, upstreamData.folder, ".next/static", ".next/server")).toEqual([]);
  expect(upstream.output()).not.toContain(SECRET);
});

test("the contract is not mounted where the studio is its client", async () => {
  await startInCloudMode(KEY);
  for (const init of [{}, { method: "POST", body: "{}" }, { headers: { authorization: "Bearer sk-local-preview" } }]) {
    const response = await fetch(`${studio.url}/api/v1/tasks`, init);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: "request/not-found" });
  }
});

test("where it is asked for it is mounted all the same, is the preview engine's, and knows nothing of the cloud", async () => {
  await startInCloudMode(KEY, { BACKLOT_MOUNT_SANDBOX: "on" });
  const headers = { authorization: "Bearer sk-anything" };
  const response = await fetch(`${studio.url}/api/v1/tasks`, { headers });
  expect(await response.json()).toMatchObject({ total: 0, data: [] });
  expect(await (await fetch(`${studio.url}/api/about`)).json()).toMatchObject({ upstream: "cloud" });
});

test("a submission whose answer is lost waits for a person, is one task upstream, and is sent again when told to", async () => {
  await startInCloudMode(KEY);
  const api = studioApi(studio.url);
  const project = await api.createSmallExample("perfume-marble");
  const held = proxy.hold(SUBMIT, "answer");
  await api.generate(project, ["v2"], 1);
  await held;
  proxy.breakHeld();
  const [undecided] = (await untilAll(project.id, "needs_decision")).generations;
  expect(undecided).toMatchObject({
    failure: { code: "upstream/unanswered" },
    cost: { reservedFen: 8, chargedFen: 0 },
    taskId: null,
  });
  // Long enough for whatever would repeat it by itself.
  await systemClock.sleep(2_000);
  expect(await newTasks()).toHaveLength(1);

  await api.post(`/api/generations/${undecided?.id}/send-again`, {});
  const [done] = (await untilAll(project.id, "done", "failed")).generations;
  expect(done).toMatchObject({ state: "done", failure: null, pictures: [{ index: 0 }], cost: { chargedFen: 8 } });
  expect(await newTasks()).toHaveLength(2);
});

test("a key that upstream does not take is a failure in upstream's words, with the id of the call, and costs nothing", async () => {
  await startInCloudMode("sk-wrong-1f0c");
  const api = studioApi(studio.url);
  const project = await api.createSmallExample("perfume-marble");
  await api.generate(project, ["v3"], 1);
  const [failed] = (await untilAll(project.id, "done", "failed")).generations;
  expect(failed).toMatchObject({
    state: "failed",
    failure: {
      code: "upstream/rejected",
      upstreamCode: "InvalidApiKey",
      upstreamMessage: "Invalid API-key provided.",
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    },
    cost: { reservedFen: 0, chargedFen: 0 },
  });
  expect(await newTasks()).toEqual([]);
  expect(studio.output()).not.toContain("wrong-1f0c");
});

/** Files below these folders that hold the text as bytes. */
function filesWith(text: string, ...folders: string[]): string[] {
  const root = path.resolve(import.meta.dirname, "../..");
  const files = folders.flatMap((folder) =>
    readdirSync(path.resolve(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  expect(files.length).toBeGreaterThan(20);
  return files.filter((file) => readFileSync(file).includes(text));
}
