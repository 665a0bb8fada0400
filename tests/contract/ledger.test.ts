import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { sandboxAdmin } from "#tests/faults/sandbox-admin.ts";
import { productPng } from "#tests/fixtures/images.ts";
import { ask, NOWHERE, newHeaders, SUBMIT_PATH, submission } from "./account-calls.ts";
import {
  hasSucceeded,
  requestFor,
  type SandboxProcess,
  startSandbox,
  stopSandbox,
  temporaryFolder,
  uploadPng,
  waitFor,
} from "./sandbox-process.ts";

let data: ReturnType<typeof temporaryFolder>;
let sandbox: SandboxProcess;
beforeEach(async () => {
  data = temporaryFolder();
  sandbox = await startSandbox(data.folder);
});
afterEach(async () => {
  await stopSandbox(sandbox);
  data.remove();
});

const ledger = () => sandboxAdmin(sandbox.baseUrl).ledger();

test("it tells the life of a task from its upload to its download, and no secret", async () => {
  const png = await productPng({ width: 48, height: 64 });
  const base = await uploadPng(sandbox.client, png);
  const request = requestFor(base, { n: 2 });
  const { taskId, requestId } = await sandbox.client.submit(request);
  const waiting = await sandbox.client.submit(requestFor(NOWHERE));
  await sandbox.client.cancel(waiting.taskId);
  const { results } = await waitFor(sandbox.client, taskId, hasSucceeded);
  for (const result of results) if ("url" in result) await (await fetch(result.url)).arrayBuffer();

  const lines = await ledger();
  const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1));
  expect(
    lines.filter((line) => line.taskId !== waiting.taskId).map(({ seq: _seq, at: _at, ...entry }) => entry),
  ).toEqual([
    { event: "uploaded", objectKey: base.slice("oss://".length), sizeBytes: png.length, sha256: sha256(png) },
    {
      event: "submitted",
      taskId,
      requestId,
      account: sha256("sk-contract").slice(0, 32),
      payloadSha256: sha256(JSON.stringify(request)),
      n: 2,
    },
    { event: "started", taskId },
    { event: "ended", taskId, status: "SUCCEEDED", imageCount: 2 },
    { event: "fetched", taskId, position: 0 },
    { event: "fetched", taskId, position: 1 },
  ]);
  expect(lines.filter((line) => line.taskId === waiting.taskId).map(({ event }) => event)).toEqual([
    "submitted",
    "canceled",
  ]);
  expect(lines.every(({ at }) => Math.abs(at - systemClock.now()) < 60_000)).toBe(true);
  expect(JSON.stringify(lines)).not.toMatch(/sk-contract|山脉/);
});

test("killed right behind each answer, it has every submission that was answered, once, and keeps its order", async () => {
  const answered: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    const { status, output } = await ask(sandbox.baseUrl + SUBMIT_PATH, submission());
    expect(status).toBe(200);
    answered.push((output as { task_id: string }).task_id);
    sandbox.process.kill("SIGKILL");
    await sandbox.exited;
    sandbox = await startSandbox(data.folder);
  }
  const lines = await ledger();
  expect(lines.filter(({ event }) => event === "submitted").map(({ taskId }) => taskId)).toEqual(answered);
  expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1));
});

test("killed while submissions pour in, ledger and task list agree about every task", async () => {
  const accounts = Array.from({ length: 30 }, () => newHeaders());
  const sent = accounts.map((headers) =>
    ask(sandbox.baseUrl + SUBMIT_PATH, { ...submission(), headers }).catch(() => undefined),
  );
  await Promise.race(sent.slice(8));
  sandbox.process.kill("SIGKILL");
  const answers = (await Promise.all(sent)).filter((answer) => answer !== undefined);
  await sandbox.exited;
  sandbox = await startSandbox(data.folder);

  const recorded = (await ledger()).filter(({ event }) => event === "submitted").map(({ taskId }) => taskId);
  for (const answer of answers) expect(recorded).toContain((answer.output as { task_id: string }).task_id);
  const listed: unknown[] = [];
  for (const headers of accounts) {
    const { data: rows } = await ask(`${sandbox.baseUrl}/tasks`, { headers });
    listed.push(...(rows as { task_id: string }[]).map(({ task_id }) => task_id));
  }
  expect([...listed].sort()).toEqual([...recorded].sort());
});

test("a task that was cut off is started once more and ends once", async () => {
  const base = await uploadPng(sandbox.client, await productPng({ width: 128, height: 96 }));
  const { taskId } = await sandbox.client.submit(requestFor(base, { n: 4, model_version: "v3" }));
  await waitFor(sandbox.client, taskId, ({ metrics }) => (metrics?.succeeded ?? 0) > 0);
  sandbox.process.kill("SIGKILL");
  await sandbox.exited;
  sandbox = await startSandbox(data.folder);
  await waitFor(sandbox.client, taskId, hasSucceeded);
  const events = (await ledger()).filter((line) => line.taskId === taskId).map(({ event }) => event);
  expect(events).toEqual(["submitted", "started", "started", "ended"]);
});
