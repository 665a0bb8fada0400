import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createEngine } from "#lib/engine/create-engine.ts";
import { createGuardedFetch } from "#lib/net/guarded-fetch.ts";
import { parseBeijingTime } from "#lib/wanx/contract/beijing-time.ts";
import { productPng } from "#tests/fixtures/images.ts";
import { openTestSandbox, type TestSandbox, taskIdOf } from "./test-sandbox.ts";

const engine = createEngine({ threads: 1 });
afterAll(() => engine.close());

/** Holds a task RUNNING for as long as a test likes: its base picture comes only when it is let go. */
let pictures: Server;
let held: ServerResponse[];
let heldUrl: string;
let png: Uint8Array;
beforeAll(async () => {
  png = await productPng({ width: 48, height: 64 });
  pictures = createServer((_, response) => void held.push(response));
  await new Promise<void>((resolve) => pictures.listen(0, "127.0.0.1", resolve));
  heldUrl = `http://127.0.0.1:${(pictures.address() as AddressInfo).port}/base.png`;
});
afterAll(() => {
  pictures.closeAllConnections();
  pictures.close();
});

let sandbox: TestSandbox;
let base: string;
beforeEach(async () => {
  held = [];
  sandbox = await openTestSandbox(engine, { inputFetch: createGuardedFetch({ allowHosts: ["127.0.0.1"] }) });
  base = await sandbox.upload(png);
});
afterEach(() => sandbox.close());

async function submit(base_image_url: string, parameters: object = {}): Promise<string> {
  return taskIdOf(await sandbox.submit({ base_image_url }, parameters));
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sandbox.clock.sleep(5);
}

async function statusOf(taskId: string): Promise<unknown> {
  return ((await sandbox.ask("GET", `/tasks/${taskId}`)).body.output as { task_status: string }).task_status;
}

async function resultBytes(output: Record<string, unknown>): Promise<Buffer[]> {
  const results = output.results as { url: string }[];
  return Promise.all(results.map(async ({ url }) => Buffer.from(await (await sandbox.fetch(url)).arrayBuffer())));
}

test("one task of a key runs, the next ones wait in the order they came, and other keys do not", async () => {
  const first = await submit(heldUrl);
  await sandbox.outputOf(first, "RUNNING");
  const second = await submit(base);
  const third = await submit(base);
  const otherKey = { authorization: "Bearer sk-other" };
  const other = taskIdOf(await sandbox.submit({ base_image_url: await sandbox.upload(png, "sk-other") }, {}, otherKey));
  for (let status = ""; status !== "SUCCEEDED"; await sandbox.clock.sleep(120)) {
    const { body } = await sandbox.ask("GET", `/tasks/${other}`, { headers: otherKey });
    status = String((body.output as { task_status: string }).task_status);
  }
  expect([await statusOf(first), await statusOf(second), await statusOf(third)]).toEqual([
    "RUNNING",
    "PENDING",
    "PENDING",
  ]);

  const running = (await sandbox.ask("GET", `/tasks/${first}`)).body;
  expect(running.output).toEqual({
    task_id: first,
    task_status: "RUNNING",
    submit_time: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/),
    scheduled_time: expect.any(String),
    task_metrics: { TOTAL: 1, SUCCEEDED: 0, FAILED: 0 },
  });
  expect(running).not.toHaveProperty("usage");

  await until(() => held.length === 1);
  held[0]?.end(png);
  const outputs = [await sandbox.outputOf(first), await sandbox.outputOf(second), await sandbox.outputOf(third)];
  expect(outputs.map((output) => output.task_status)).toEqual(["SUCCEEDED", "SUCCEEDED", "SUCCEEDED"]);
  const times = outputs.flatMap((output) => [String(output.scheduled_time), String(output.end_time)]);
  expect(times).toEqual([...times].sort());
});

test("what waits can be canceled, once, and never runs; what runs or is over cannot", async () => {
  const running = await submit(heldUrl);
  await sandbox.outputOf(running, "RUNNING");
  const waiting = await submit(base);
  const last = await submit(base);

  expect(await sandbox.ask("POST", `/tasks/${waiting}/cancel/`, { body: { model: "", input: "" } })).toMatchObject({
    status: 200,
    body: { request_id: expect.any(String) },
  });
  const foreign = { authorization: "Bearer sk-other" };
  for (const [taskId, headers] of [[waiting], [running], ["1111"], [last, foreign]] as const) {
    expect(await sandbox.ask("POST", `/tasks/${taskId}/cancel`, { headers })).toMatchObject({
      status: 400,
      body: {
        code: "UnsupportedOperation",
        message: "Failed to cancel the task, please confirm if the task is in PENDING status.",
      },
    });
  }
  await until(() => held.length === 1);
  held[0]?.end(png);
  await sandbox.outputOf(last);
  expect(await sandbox.outputOf(waiting)).toEqual({
    task_id: waiting,
    task_status: "CANCELED",
    submit_time: expect.any(String),
    end_time: expect.any(String),
  });
});

test("pictures are counted as they finish, before the task is over", async () => {
  const task = await submit(base, { n: 4 });
  const counts = new Set<number>();
  for (;;) {
    const output = (await sandbox.ask("GET", `/tasks/${task}`)).body.output as Record<string, unknown>;
    const metrics = output.task_metrics as { SUCCEEDED: number } | undefined;
    if (output.task_status === "RUNNING") {
      expect(output).not.toHaveProperty("results");
      counts.add(metrics?.SUCCEEDED ?? 0);
    }
    if (output.task_status === "SUCCEEDED") break;
    sandbox.clock.pass(100);
    await sandbox.clock.sleep(5);
  }
  expect([...counts].some((count) => count > 0)).toBe(true);
});

test("a task cut off in the middle is taken up by the next start, before what waited, and gives the bytes of its id", async () => {
  const cut = await submit(heldUrl, { n: 2 });
  await sandbox.outputOf(cut, "RUNNING");
  const waiting = await submit(base);
  await until(() => held.length === 1);
  await sandbox.reopen();
  expect([await statusOf(cut), await statusOf(waiting)]).toEqual(["RUNNING", "PENDING"]);
  await until(() => held.length === 2);
  held[1]?.end(png);

  const output = await sandbox.outputOf(cut);
  expect(output).toMatchObject({ task_status: "SUCCEEDED", task_metrics: { TOTAL: 2, SUCCEEDED: 2, FAILED: 0 } });
  const expected = await engine.render({
    subject: png,
    foreground: [],
    background: [],
    prompt: "a pink podium",
    negativePrompt: "",
    guideImage: null,
    noiseLevel: 300,
    promptWeight: 0.5,
    version: "v2",
    sceneType: "GENERAL",
    count: 2,
    seed: cut,
  });
  expect(await resultBytes(output)).toEqual(expected.map((picture) => Buffer.from(picture.png)));
  expect(await sandbox.outputOf(waiting)).toMatchObject({ task_status: "SUCCEEDED" });
});

test("results, addresses and policies outlive a restart", async () => {
  const output = await sandbox.outputOf(await submit(base));
  const before = await resultBytes(output);
  await sandbox.reopen();
  expect(await resultBytes(output)).toEqual(before);
  expect(await sandbox.outputOf(await submit(base))).toMatchObject({ task_status: "SUCCEEDED" });
});

test("told to run two at once it does, the third waits, and a restart takes up both before it", async () => {
  await sandbox.reopen({ maxConcurrency: 2 });
  const cut = [await submit(heldUrl), await submit(heldUrl)];
  const waiting = await submit(base);
  await until(() => held.length === 2);
  expect(await Promise.all([...cut, waiting].map(statusOf))).toEqual(["RUNNING", "RUNNING", "PENDING"]);

  await sandbox.reopen({ maxConcurrency: 2 });
  await until(() => held.length === 4);
  expect(await statusOf(waiting)).toBe("PENDING");
  held[2]?.end(png);
  held[3]?.end(png);
  for (const taskId of [...cut, waiting]) expect((await sandbox.outputOf(taskId)).task_status).toBe("SUCCEEDED");
  const started = (await sandbox.ledger()).filter(({ event }) => event === "started").map(({ taskId }) => taskId);
  expect(started).toEqual([...cut, ...cut, waiting]);
});

test("a folder has one sandbox at a time", async () => {
  const second = import("./create-sandbox.ts").then(({ createSandbox }) =>
    createSandbox({ dataDir: sandbox.dataDir, engine, clock: sandbox.clock }),
  );
  await expect(second).rejects.toThrow("is in use by another process");
});

test("the list has this key's tasks, newest first, by page, status and time, without inputs and results", async () => {
  const failed = await submit("http://elsewhere.example/a.png");
  await sandbox.outputOf(failed);
  sandbox.clock.pass(10_000);
  const done = await submit(base);
  await sandbox.outputOf(done);
  const list = async (query: string) => (await sandbox.ask("GET", `/tasks${query}`)).body;
  const ids = (body: Record<string, unknown>) => (body.data as { task_id: string }[]).map((row) => row.task_id);

  const all = await list("/");
  expect(all).toMatchObject({ total: 2, total_page: 1, page_no: 1, page_size: 10 });
  expect(ids(all)).toEqual([done, failed]);
  expect((all.data as object[])[0]).toEqual({
    api_key_id: expect.stringMatching(/^\d{5}$/),
    caller_parent_id: expect.stringMatching(/^\d{16}$/),
    caller_uid: expect.stringMatching(/^\d{16}$/),
    gmt_create: expect.any(Number),
    start_time: expect.any(Number),
    end_time: expect.any(Number),
    model_name: "wanx-background-generation-v2",
    region: "cn-beijing",
    request_id: expect.any(String),
    status: "SUCCEEDED",
    task_id: done,
    user_api_unique_key: "apikey:v1:aigc:background-generation:generation:wanx-background-generation-v2",
  });
  expect(ids(await list("?status=FAILED"))).toEqual([failed]);
  const { api_key_id } = (all.data as { api_key_id: string }[])[0] ?? {};
  expect(ids(await list(`?api_key_id=${api_key_id}&region=cn-beijing&status=&model_name=`))).toEqual([done, failed]);
  for (const nobody of ["?api_key_id=1", "?region=cn-shanghai", "?status=UNKNOWN", "?model_name=other", "?task_id=1"]) {
    expect(await list(nobody), nobody).toMatchObject({ total: 0, data: [] });
  }
  expect(await list("?page_size=1&page_no=2")).toMatchObject({ total: 2, total_page: 2, data: [{ task_id: failed }] });
  const createdAt = (all.data as { gmt_create: number }[])[1]?.gmt_create ?? 0;
  expect(parseBeijingTime(String((await sandbox.outputOf(failed)).submit_time))).toBe(createdAt);
  const beijing = new Date(createdAt + 8 * 3600_000).toISOString().replace(/\D/g, "").slice(0, 14);
  expect(ids(await list(`?start_time=${beijing}&end_time=${beijing}`))).toEqual([failed]);
  for (const query of [
    "?page_no=0",
    "?page_size=1000",
    "?status=DONE",
    "?start_time=yesterday",
    "?start_time=20200101000000",
  ]) {
    expect(await sandbox.ask("GET", `/tasks${query}`), query).toMatchObject({
      status: 400,
      body: { code: "InvalidParameter" },
    });
  }
});
