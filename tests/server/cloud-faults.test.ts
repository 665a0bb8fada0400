import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { GenerationState, GenerationView } from "#lib/api/run-view.ts";
import { type SandboxProcess, startSandbox, stopSandbox, temporaryFolder } from "#tests/contract/sandbox-process.ts";
import { type ReadEvent, readEvents, until } from "#tests/drivers/event-reader.ts";
import { studioApi } from "#tests/drivers/studio-api.ts";
import { freePort, type Studio, startStudio, stopStudios } from "#tests/drivers/studio-process.ts";
import { type LedgerLine, type SandboxAdmin, sandboxAdmin } from "#tests/faults/sandbox-admin.ts";
import { startTcpProxy } from "#tests/faults/tcp-proxy.ts";

/** The studio's process against the service's, over HTTP that breaks; the judge is the service's own ledger. */
const KEY = "sk-faults-41d7";

const upstreamData = temporaryFolder();
let upstream: SandboxProcess;
let admin: SandboxAdmin;
beforeAll(async () => {
  upstream = await startSandbox(upstreamData.folder, "--key", KEY);
  admin = sandboxAdmin(upstream.baseUrl);
});
afterAll(async () => {
  await stopSandbox(upstream);
  upstreamData.remove();
});

let lastSeq: number;
beforeEach(async () => {
  lastSeq = (await admin.ledger()).at(-1)?.seq ?? 0;
});
afterEach(async () => {
  await admin.clear();
  await stopStudios();
});

async function startInCloudMode(env: Record<string, string> = {}, port?: number): Promise<Studio> {
  return await startStudio({
    port,
    env: { DASHSCOPE_API_KEY: KEY, DASHSCOPE_HTTP_BASE_URL: upstream.baseUrl, ...env },
  });
}

async function untilAll(url: string, projectId: string, ...states: GenerationState[]): Promise<GenerationView[]> {
  const read = async () => (await studioApi(url).runs(projectId)).flatMap(({ generations }) => generations);
  return await until(read, (all) => all.every(({ state }) => states.includes(state)), 100_000);
}

/** What the service has on record since this test began. */
async function ledger(event: string): Promise<LedgerLine[]> {
  return (await admin.ledger()).filter((line) => line.seq > lastSeq && line.event === event);
}

test("ten runs through everything that passes: each is one task, each picture is here once, and the money is what was made", async () => {
  const { url } = await startInCloudMode();
  const project = await studioApi(url).createSmallExample("perfume-marble");
  const events: ReadEvent[] = [];
  const reading = readEvents(url, 0, events, () => false);
  const gateway = { fault: "error", status: 502, body: "html" } as const;
  await admin.plan([
    { on: "submit", fault: "error", code: "Throttling.RateQuota", times: 2 },
    { on: "submit", fault: "error", code: "Throttling.AllocationQuota", after: 3, times: 2 },
    { on: "policy", fault: "error", code: "SystemError", times: 1 },
    { on: "policy", fault: "truncate", times: 1 },
    { on: "upload", fault: "reset-before", times: 1 },
    // The first two questions are whether anybody is there.
    { on: "query", ...gateway, times: 4 },
    { on: "query", fault: "reset-before", after: 4, times: 2 },
    { on: "query", fault: "truncate", after: 8, times: 1 },
    { on: "query", fault: "stall", ms: 700, after: 10, times: 1 },
    { on: "query", fault: "error", code: "Throttling", after: 12, times: 1 },
    { on: "result", fault: "truncate", times: 2 },
    { on: "result", fault: "html", after: 3, times: 1 },
    { on: "result", fault: "flip", after: 4, times: 1 },
    { on: "result", fault: "stall", ms: 700, keep: 0.3, after: 5, times: 2 },
    { on: "result", fault: "reset-after", after: 8, times: 2 },
    { on: "result", ...gateway, after: 11, times: 2 },
    { on: "task", fault: "partial", after: 3, times: 2 },
    { on: "task", fault: "fail", code: "InternalError.Algo", after: 5, times: 1 },
  ]);
  for (let run = 0; run < 10; run += 1) {
    await studioApi(url).generate(project, run % 3 === 2 ? ["v2", "v3"] : ["v2"], 1 + (run % 3));
  }
  const generations = await untilAll(url, project.id, "done", "failed");

  expect(generations).toHaveLength(13);
  const submitted = await ledger("submitted");
  expect(submitted.map(({ taskId }) => taskId).sort()).toEqual(generations.map(({ taskId }) => taskId).sort());
  const ends = new Map((await ledger("ended")).map((line) => [line.taskId, line]));
  let made = 0;
  for (const { taskId, n, state, cost, pictures, failure } of generations) {
    const { status, imageCount, code } = ends.get(taskId) as LedgerLine & { imageCount: number };
    made += imageCount;
    expect(cost).toEqual({ reservedFen: 0, chargedFen: 8 * imageCount });
    expect(pictures).toHaveLength(imageCount);
    expect(state).toBe(imageCount > 0 ? "done" : "failed");
    if (imageCount === n) expect(failure).toBeNull();
    else expect(failure).toMatchObject({ code: "upstream/failed", upstreamCode: code ?? "DataInspectionFailed" });
    expect(status).toBe(imageCount > 0 ? "SUCCEEDED" : "FAILED");
  }
  expect(made).toBeLessThan(generations.reduce((sum, { n }) => sum + n, 0));
  const assets = generations.flatMap(({ pictures }) => pictures.map(({ assetId }) => assetId));
  expect(new Set(assets).size).toBe(made);
  expect(events.filter(({ event }) => event === "picture-saved")).toHaveLength(made);
  // A plan whose faults do not happen would prove nothing.
  expect((await admin.counts()).rules.filter(({ taken }) => taken === 0)).toEqual([]);
  await stopStudios();
  await reading;
});

test("an answer that is lost and a gateway's error leave a person to decide: nothing is submitted twice, the rest goes on", async () => {
  const { url } = await startInCloudMode();
  const project = await studioApi(url).createSmallExample("perfume-marble");
  await admin.plan([
    { on: "submit", fault: "reset-after", times: 1 },
    { on: "submit", fault: "error", status: 502, body: "html", times: 1 },
    { on: "submit", fault: "truncate", times: 1 },
  ]);
  for (let run = 0; run < 4; run += 1) await studioApi(url).generate(project, ["v2"], 1);
  const [last, ...others] = await untilAll(url, project.id, "done", "needs_decision");

  expect(last).toMatchObject({ state: "done", cost: { chargedFen: 8 } });
  for (const undecided of others) {
    expect(undecided).toMatchObject({
      state: "needs_decision",
      taskId: null,
      failure: { code: "upstream/unanswered" },
    });
  }
  // The gateway let nothing through; of the other two a task was made and nobody told.
  expect(await ledger("submitted")).toHaveLength(3);
});

test("uploads that upstream loses before their time are made anew, and the generation is sent once more: paid for once", async () => {
  const { url } = await startInCloudMode();
  const project = await studioApi(url).createSmallExample("perfume-marble");
  await admin.plan([{ on: "upload", fault: "expire", ms: 0, times: 1 }]);
  await studioApi(url).generate(project, ["v2"], 1);
  const [done] = await untilAll(url, project.id, "done", "failed");
  expect(done).toMatchObject({ state: "done", failure: null, attempts: 2, cost: { reservedFen: 0, chargedFen: 8 } });
  const ends = (await ledger("ended")).map(({ status, imageCount, code }) => ({ status, imageCount, code }));
  expect(ends).toEqual([
    { status: "FAILED", imageCount: 0, code: "InvalidParameter.FileDownload" },
    { status: "SUCCEEDED", imageCount: 1, code: undefined },
  ]);
  // The scene has two pictures; nothing of the first upload is believed any more.
  expect(await ledger("uploaded")).toHaveLength(4);
});

test("with a public address upstream fetches the inputs here, nothing is uploaded, and nothing else is to be seen there", async () => {
  const port = await freePort();
  const front = await startTcpProxy(port);
  const data = temporaryFolder();
  const reader = await startSandbox(data.folder, "--key", KEY, "--allow-host", `127.0.0.1:${front.port}`);
  const publicUrl = `http://127.0.0.1:${front.port}`;
  try {
    const { url } = await startInCloudMode(
      { DASHSCOPE_HTTP_BASE_URL: reader.baseUrl, BACKLOT_PUBLIC_URL: publicUrl },
      port,
    );
    const project = await studioApi(url).createSmallExample("perfume-marble");
    await studioApi(url).generate(project, ["v2", "v3"], 1);
    const generations = await untilAll(url, project.id, "done", "failed");
    expect(generations.map(({ state, failure }) => [state, failure])).toEqual([
      ["done", null],
      ["done", null],
    ]);
    const noted = await sandboxAdmin(reader.baseUrl).ledger();
    expect(noted.filter(({ event }) => event === "ended")).toHaveLength(2);
    expect(noted.filter(({ event }) => event === "uploaded")).toEqual([]);

    const input = `/api/inputs/asset_${"ab".repeat(32)}.png`;
    const statusOf = async (address: string) => (await fetch(address)).status;
    expect(await statusOf(`${publicUrl}${input}?expires=9999999999&signature=AAAA`)).toBe(403);
    expect(await statusOf(`${url}${input}`)).toBe(403);
    for (const path of ["/", "/api/about", "/api/projects", `/api/projects/${project.id}`, "/api/inputs/"]) {
      expect(await statusOf(`${publicUrl}${path}`), path).toBe(421);
    }
  } finally {
    await stopStudios();
    await stopSandbox(reader);
    await front.close();
    data.remove();
  }
});
