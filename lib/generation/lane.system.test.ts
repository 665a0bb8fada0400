import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import type { AssetId } from "#lib/base/ids.ts";
import { findAsset } from "#lib/db/asset-repository.ts";
import { findGeneration } from "#lib/db/generation-repository.ts";
import { ledgerTotals } from "#lib/db/ledger-repository.ts";
import { picturesOf } from "#lib/db/picture-repository.ts";
import { createEngine } from "#lib/engine/create-engine.ts";
import { decodeImage } from "#lib/imaging/codec.ts";
import { createLaneRig, type LaneRig, SUBMIT, silentLog } from "#tests/crash/lane-rig.ts";
import type { FaultPlan } from "#tests/faults/faulty-fetch.ts";
import { createSavePictures } from "./save-pictures.ts";

const engine = createEngine({ threads: 1 });
let rig: LaneRig;
beforeEach(async () => {
  rig = await createLaneRig(engine);
});
afterEach(() => rig.close());
afterAll(() => engine.close());

const uploads = () => rig.network.calls.filter((call) => call === "GET /api/v1/uploads").length;
const submits = () => rig.network.calls.filter((call) => call === SUBMIT).length;

test("a press of the button becomes pictures on disk, told event by event, and the money is what was made", async () => {
  rig.lane.start();
  const run = await rig.press({ n: 2 });
  expect(run.generations.map(({ state, cost }) => ({ state, cost }))).toEqual([
    { state: "queued", cost: { reservedFen: 16, chargedFen: 0 } },
  ]);
  const done = await rig.until(run, "done", "failed");

  expect(done).toMatchObject({ state: "done", failure: null, cost: { reservedFen: 0, chargedFen: 16 } });
  expect(done.pictures.map((picture) => picture.index)).toEqual([0, 1]);
  for (const { assetId } of done.pictures) {
    const { width, height } = await decodeImage(await rig.store.read(assetId as AssetId));
    expect({ width, height }).toEqual({ width: 96, height: 96 });
  }
  expect(await ledgerTotals(rig.db)).toEqual({ reservedFen: 0, chargedFen: 16 });
  const events = await rig.events.replay(0);
  const told = events.map((event) => event.type).filter((type) => !/running|progressed/.test(type));
  expect(told).toEqual([
    "generation-queued",
    "generation-submitting",
    "generation-pending",
    "picture-saved",
    "picture-saved",
    "generation-succeeded",
  ]);
  expect(events.at(-1)?.generation).toEqual(done);
});

test("sends v2 before v3, the second only when the first is over, and uploads their common picture once", async () => {
  rig.lane.start();
  const run = await rig.press({ versions: ["v3", "v2"] });
  expect(run.generations.map((generation) => generation.version)).toEqual(["v2", "v3"]);
  const first = await rig.until(run, "done");
  await rig.until({ generations: run.generations.slice(1) }, "done");

  const { calls } = rig.network;
  const lastQuestionOfFirst = calls.findLastIndex((call) => call.endsWith(`/tasks/${first.taskId}`));
  expect(submits()).toBe(2);
  expect(calls.lastIndexOf(SUBMIT)).toBeGreaterThan(lastQuestionOfFirst);
  expect(uploads()).toBe(1);
});

test("what was sent is noted down: the layers as assets, for both versions the same", async () => {
  rig.lane.start();
  const run = await rig.press({ versions: ["v2", "v3"] });
  for (const generation of run.generations) await rig.until({ generations: [generation] }, "done");
  const rows = await Promise.all(run.generations.map(({ id }) => findGeneration(rig.db, id)));
  const [first, second] = rows.map((row) => row?.layers as { subject: AssetId } | null);
  expect(first).toEqual({ subject: expect.stringMatching(/^asset_/) });
  expect(second).toEqual(first);
  expect(await findAsset(rig.db, first?.subject ?? "")).toMatchObject({ width: 96, height: 96 });
});

test("an unchanged scene pressed again uploads nothing", async () => {
  rig.lane.start();
  await rig.until(await rig.press(), "done");
  await rig.until(await rig.press(), "done");
  expect(uploads()).toBe(1);
});

test("waits out a flaky upstream: questions and downloads are asked again, the paid submission never", async () => {
  rig.network.plan(({ method, path, count }) => {
    if (method === "GET" && path.includes("/tasks/") && count === 1) return { kind: "answered", status: 503, body: {} };
    if (method === "GET" && path.includes("/results/") && count === 1) return { kind: "answer-cut" };
    return undefined;
  });
  rig.lane.start();
  const done = await rig.until(await rig.press(), "done", "failed");
  expect(done).toMatchObject({ state: "done", pictures: [{ index: 0 }], cost: { chargedFen: 8 } });
  expect(submits()).toBe(1);
});

test("tells how far a task is, and takes nothing back when an older answer comes late", async () => {
  const metrics = [
    { TOTAL: 2, SUCCEEDED: 0, FAILED: 0 },
    { TOTAL: 2, SUCCEEDED: 1, FAILED: 0 },
    { TOTAL: 2, SUCCEEDED: 0, FAILED: 0 },
    { TOTAL: 2, SUCCEEDED: 1, FAILED: 1 },
  ];
  rig.network.plan(({ path, count }) => {
    const task_metrics = metrics[count - 1];
    if (!path.includes("/tasks/") || !task_metrics) return undefined;
    return { kind: "answered", status: 200, body: { output: { task_status: "RUNNING", task_metrics } } };
  });
  rig.lane.start();
  await rig.until(await rig.press({ n: 2 }), "done");
  const told = (await rig.events.replay(0)).filter(({ generation }) => generation.state === "running");
  expect(told.map(({ type, generation }) => [type, generation.progress])).toEqual([
    ["generation-running", { total: 2, succeeded: 0, failed: 0 }],
    ["generation-progressed", { total: 2, succeeded: 1, failed: 0 }],
    ["generation-progressed", { total: 2, succeeded: 1, failed: 1 }],
  ]);
});

test("keeps the pictures that were made when others of the task were not, and charges those", async () => {
  const refusal = { code: "DataInspectionFailed", message: "Output data may contain inappropriate content." };
  rig.network.plan(({ path }) =>
    path.includes("/tasks/") ? { kind: "changed", change: (body) => refuseFirst(body, refusal) } : undefined,
  );
  rig.lane.start();
  const done = await rig.until(await rig.press({ n: 2 }), "done", "failed");
  expect(done).toMatchObject({
    state: "done",
    pictures: [{ index: 1 }],
    cost: { reservedFen: 0, chargedFen: 8 },
    failure: { code: "upstream/failed", upstreamCode: refusal.code, upstreamMessage: refusal.message },
  });
});

test("a task that upstream no longer knows has failed, and is counted as paid for", async () => {
  const forgotten = { request_id: "r", output: { task_id: "t", task_status: "UNKNOWN" } };
  rig.network.plan(({ path }) =>
    path.includes("/tasks/") ? { kind: "answered", status: 200, body: forgotten } : undefined,
  );
  rig.lane.start();
  const failed = await rig.until(await rig.press(), "done", "failed");
  expect(failed).toMatchObject({ failure: { code: "upstream/expired" }, cost: { reservedFen: 0, chargedFen: 8 } });
});

test("one answer that does not know the task is no end of it", async () => {
  const forgotten = { request_id: "r", output: { task_id: "t", task_status: "UNKNOWN" } };
  rig.network.plan(({ path, count }) =>
    path.includes("/tasks/") && count === 1 ? { kind: "answered", status: 200, body: forgotten } : undefined,
  );
  rig.lane.start();
  await rig.until(await rig.press(), "done");
});

test("what upstream says of a failed task is kept word for word, and nothing is charged", async () => {
  const said = { code: "InternalError.Algo", message: "inference internal error." };
  const body = { request_id: "r-1", output: { task_id: "t", task_status: "FAILED", ...said } };
  rig.network.plan(({ path }) => (path.includes("/tasks/") ? { kind: "answered", status: 200, body } : undefined));
  rig.lane.start();
  const failed = await rig.until(await rig.press(), "done", "failed");
  expect(failed).toMatchObject({
    failure: { code: "upstream/failed", upstreamCode: said.code, upstreamMessage: said.message, requestId: "r-1" },
    cost: { reservedFen: 0, chargedFen: 0 },
  });
});

const unreadable = { code: "InvalidParameter.FileDownload", message: "download for input_image error" };
const failedForInputs = { request_id: "r-1", output: { task_id: "t", task_status: "FAILED", ...unreadable } };

test("a task that failed because its uploads were gone is sent once more with new ones, by itself, and paid for once", async () => {
  rig.lane.start();
  const run = await rig.press();
  const { taskId } = await rig.until(run, "pending");
  rig.network.plan(({ path }) =>
    path.endsWith(`/tasks/${taskId}`) ? { kind: "answered", status: 200, body: failedForInputs } : undefined,
  );
  const done = await rig.until(run, "done", "failed");
  expect(done).toMatchObject({ state: "done", failure: null, attempts: 2, cost: { reservedFen: 0, chargedFen: 8 } });
  expect({ uploads: uploads(), submits: submits() }).toEqual({ uploads: 2, submits: 2 });
  const told = (await rig.events.replay(0)).filter(({ type }) => type === "generation-queued");
  expect(told.map(({ generation }) => [generation.failure?.upstreamCode, generation.taskId])).toEqual([
    [undefined, null],
    [unreadable.code, null],
  ]);
});

test("when new uploads cannot be read either it has failed, and the next one uploads anew", async () => {
  rig.network.plan(({ path }) =>
    path.includes("/tasks/") ? { kind: "answered", status: 200, body: failedForInputs } : undefined,
  );
  rig.lane.start();
  const failed = await rig.until(await rig.press(), "done", "failed");
  expect(failed).toMatchObject({
    state: "failed",
    failure: { code: "upstream/failed", upstreamCode: unreadable.code },
    cost: { reservedFen: 0, chargedFen: 0 },
  });
  expect({ uploads: uploads(), submits: submits() }).toEqual({ uploads: 2, submits: 2 });
  rig.network.plan(() => undefined);
  await rig.until(await rig.press(), "done");
  expect(uploads()).toBe(3);
});

test("takes up a running task after a restart, by its id and without a second submission", async () => {
  rig.lane.start();
  const run = await rig.press();
  const pending = await rig.until(run, "pending");
  await rig.restart();
  const done = await rig.until(run, "done", "failed");
  expect(done).toMatchObject({ state: "done", taskId: pending.taskId, pictures: [{ index: 0 }] });
  expect(submits()).toBe(1);
});

test("results that are fetched twice are saved once", async () => {
  rig.network.plan(({ path }) => (path.includes("/results/") ? { kind: "refused" } : undefined));
  rig.lane.start();
  const run = await rig.press({ n: 2 });
  const { id } = await rig.until(run, "saving");
  await rig.lane.stop();
  rig.network.plan(() => undefined);
  const row = await findGeneration(rig.db, id);
  if (!row) throw new Error("no such generation");
  const save = () => createSavePictures({ ...rig, log: silentLog })(row, new AbortController().signal);
  await Promise.all([save(), save()]);
  expect((await picturesOf(rig.db, [id])).map((picture) => picture.idx)).toEqual([0, 1]);
  expect((await rig.events.replay(0)).filter((event) => event.type === "picture-saved")).toHaveLength(2);
  expect(await ledgerTotals(rig.db)).toEqual({ reservedFen: 0, chargedFen: 16 });
});

test.each<[string, FaultPlan]>([
  [
    "because upstream refuses them",
    ({ path }) => (path.includes("/results/") ? { kind: "answered", status: 403, body: {} } : undefined),
  ],
  [
    "because their address is none",
    ({ path }) => (path.includes("/tasks/") ? { kind: "changed", change: spoilAddresses } : undefined),
  ],
])(
  "pictures that cannot be had %s are told from pictures that were not made: charged, and failed",
  async (_why, plan) => {
    rig.network.plan(plan);
    rig.lane.start();
    const { id } = await rig.until(await rig.press(), "saving");
    await rig.lane.stop();
    const row = await findGeneration(rig.db, id);
    if (!row) throw new Error("no such generation");
    const save = createSavePictures({ ...rig, log: silentLog });
    let tries = 1;
    while ((await save(row, new AbortController().signal)) !== "saved") tries += 1;
    expect(tries).toBeLessThan(20);
    const failed = await rig.until({ generations: [{ id }] }, "failed");
    expect(failed).toMatchObject({
      failure: { code: "upstream/bad-picture" },
      cost: { reservedFen: 0, chargedFen: 8 },
    });
  },
);

test("results that have expired are known to be gone at once: told so, and charged", async () => {
  const past = (body: unknown) => JSON.parse(JSON.stringify(body).replaceAll(/Expires=\d+/g, "Expires=1000"));
  rig.network.plan(({ path }) => (path.includes("/tasks/") ? { kind: "changed", change: past } : undefined));
  rig.lane.start();
  const failed = await rig.until(await rig.press({ n: 2 }), "done", "failed");
  expect(failed).toMatchObject({ state: "failed", failure: { code: "upstream/expired" }, cost: { chargedFen: 16 } });
  expect(rig.network.calls.filter((call) => call.includes("/results/"))).toHaveLength(2);
});

test("pictures that cannot be had yet hold up no other generation's", async () => {
  const stuck = new Set<string>();
  rig.network.plan(({ path }) => {
    if (!path.includes("/results/")) return undefined;
    if (stuck.size === 0) stuck.add(path);
    return stuck.has(path) ? { kind: "answered", status: 503, body: {} } : undefined;
  });
  rig.lane.start();
  const first = await rig.press();
  const second = await rig.press();
  await rig.until(second, "done", "failed");
  expect((await rig.until(first, "saving")).pictures).toEqual([]);
  rig.network.plan(() => undefined);
  await rig.until(first, "done");
});

function spoilAddresses(body: unknown): unknown {
  const answer = body as { output: { results?: unknown[] } };
  return { ...answer, output: { ...answer.output, results: answer.output.results?.map(() => ({ url: "not there" })) } };
}

function refuseFirst(body: unknown, refusal: { code: string; message: string }): unknown {
  const answer = body as { output: { results?: unknown[] }; usage?: { image_count: number } };
  if (!answer.output.results) return answer;
  const results = [refusal, ...answer.output.results.slice(1)];
  return { ...answer, output: { ...answer.output, results }, usage: { image_count: results.length - 1 } };
}
