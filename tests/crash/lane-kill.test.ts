import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { GenerationView } from "#lib/api/run-view.ts";
import { systemClock } from "#lib/base/clock.ts";
import type { AssetId } from "#lib/base/ids.ts";
import { ledgerTotals } from "#lib/db/ledger-repository.ts";
import { openStudioDatabase } from "#lib/db/studio-database.ts";
import { readRuns } from "#lib/generation/read-runs.ts";
import { decodeImage } from "#lib/imaging/codec.ts";
import { createFileAssetStore } from "#lib/storage/file-asset-store.ts";
import { ApiKey } from "#lib/wanx/client/api-key.ts";
import { createWanxClient } from "#lib/wanx/client/create-client.ts";
import { startTcpProxy, type TcpProxy } from "#tests/faults/tcp-proxy.ts";
import { startProcess, type WatchedProcess } from "./processes.ts";

const SUBMISSION = /^POST \/api\/v1\/services\//;
const PICTURES = 2;
const KILLS_AT_RANDOM = 6;

let folder: string;
let sandbox: WatchedProcess;
let sandboxPort: number;
let proxy: TcpProxy;
let round = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "backlot-kill-"));
  sandbox = startProcess("lib/sandbox/main.ts", ["--port", "0", "--data", path.join(folder, "sandbox")]);
  sandboxPort = Number(/:(\d+)\//.exec(await sandbox.line(/listens on/))?.[1]);
});
afterAll(async () => {
  expect(await sandbox.stop()).toBe(0);
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  round += 1;
  proxy = await startTcpProxy(sandboxPort);
});
afterEach(() => proxy.close());

const dataDir = () => path.join(folder, `studio-${round}`);
/** Each round is an account of its own upstream, so that its tasks can be counted. */
const apiKey = () => `sk-round-${round}`;
const startLane = (...more: string[]) => {
  const url = `http://127.0.0.1:${proxy.port}/api/v1`;
  return startProcess("tests/crash/lane-process.ts", ["--data", dataDir(), "--url", url, "--key", apiKey(), ...more]);
};
async function tasksUpstream(): Promise<number> {
  const baseUrl = `http://127.0.0.1:${sandboxPort}/api/v1`;
  return (await createWanxClient({ baseUrl, apiKey: new ApiKey(apiKey()), fetch, clock: systemClock }).list()).total;
}

/** What is on disk once no process works on it. */
async function readStudio(): Promise<{ generation: GenerationView; spent: object; decodable: number }> {
  const db = await openStudioDatabase(path.join(dataDir(), "studio.sqlite"));
  const store = createFileAssetStore(path.join(dataDir(), "assets"));
  try {
    const [generation] = (await readRuns(db, { limit: 1 }))[0]?.generations ?? [];
    if (!generation) throw new Error("the studio has lost its run");
    const decoded = generation.pictures.map(async ({ assetId }) => decodeImage(await store.read(assetId as AssetId)));
    return { generation, spent: await ledgerTotals(db), decodable: (await Promise.all(decoded)).length };
  } finally {
    await db.destroy();
  }
}

async function expectFinishedOnce(): Promise<void> {
  const { generation, spent, decodable } = await readStudio();
  expect(generation.state).toBe("done");
  expect(generation.pictures.map((picture) => picture.index)).toEqual([0, 1]);
  expect(decodable).toBe(PICTURES);
  expect(await tasksUpstream()).toBe(1);
  expect(spent).toEqual({ reservedFen: 0, chargedFen: 16 });
}

test.each(["generation-pending", "picture-saved"])(
  "killed at %s, the next start finishes the task: one task upstream, each picture once",
  async (moment) => {
    const first = startLane("--press", String(PICTURES));
    await first.line(new RegExp(`^${moment}`));
    await first.kill();
    const second = startLane();
    await second.line(/^generation-succeeded/);
    expect(await second.stop()).toBe(0);
    await expectFinishedOnce();
  },
);

test.each([
  ["answer", 1],
  ["request", 0],
] as const)(
  "killed while the %s of a submission is on its way, it asks for a decision and sends nothing",
  async (what, tasks) => {
    const held = proxy.hold(SUBMISSION, what);
    const first = startLane("--press", String(PICTURES));
    await held;
    await first.kill();

    const second = startLane();
    await second.line(/^generation-needs-decision/);
    expect(await second.stop()).toBe(0);
    const { generation, spent } = await readStudio();
    expect(generation).toMatchObject({ state: "needs_decision", failure: { code: "upstream/unanswered" } });
    expect(spent).toEqual({ reservedFen: 16, chargedFen: 0 });
    expect(await tasksUpstream()).toBe(tasks);
  },
);

test("killed at any moment, again and again, it never has two tasks made of one generation", async () => {
  let process = startLane("--press", String(PICTURES));
  await process.line(/^generation-queued/);
  for (let kill = 0; kill < KILLS_AT_RANDOM; kill += 1) {
    // Spread over the life of a generation, which takes about a second.
    await systemClock.sleep(((kill * 37) % 100) * 6);
    await process.kill();
    process = startLane();
    await process.line(/^ready/);
  }
  await process.line(/^generation-(succeeded|needs-decision)|^ready (done|needs_decision)/);
  expect(await process.stop()).toBe(0);
  const { generation } = await readStudio();
  expect(await tasksUpstream()).toBeLessThanOrEqual(1);
  if (generation.state === "done") await expectFinishedOnce();
  else expect(generation.state).toBe("needs_decision");
});

test("told to stop while a submission is on its way, it waits for the answer and records it", async () => {
  const lane = startLane("--press", String(PICTURES));
  await lane.line(/^generation-submitting/);
  expect(await lane.stop()).toBe(0);
  const { generation } = await readStudio();
  expect(["pending", "running", "saving", "done"]).toContain(generation.state);
  expect(await tasksUpstream()).toBe(1);
});
