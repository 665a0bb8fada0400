import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { createEngine } from "#lib/engine/create-engine.ts";
import type { RenderJob } from "#lib/engine/engine.ts";
import { productPng } from "#tests/fixtures/images.ts";
import {
  downloadAll,
  hasSucceeded,
  requestFor,
  type SandboxProcess,
  startSandbox,
  stopSandbox,
  temporaryFolder,
  uploadPng,
  waitFor,
} from "./sandbox-process.ts";

const engine = createEngine({ threads: 1 });
let png: Uint8Array;
beforeAll(async () => {
  png = await productPng({ width: 128, height: 96 });
});
afterAll(() => engine.close());

let data: ReturnType<typeof temporaryFolder>;
let sandbox: SandboxProcess;
beforeEach(async () => {
  data = temporaryFolder();
  sandbox = await startSandbox(data.folder, "--allow-host", "127.0.0.1");
});
afterEach(async () => {
  await stopSandbox(sandbox);
  data.remove();
});

async function killAndRestart(): Promise<void> {
  sandbox.process.kill("SIGKILL");
  expect(await sandbox.exited).toBe("SIGKILL");
  sandbox = await startSandbox(data.folder, "--allow-host", "127.0.0.1");
}

/** What a process that nobody kills makes of the same task. */
async function undisturbed(taskId: string, job: Pick<RenderJob, "count" | "version">): Promise<Buffer[]> {
  const pictures = await engine.render({
    subject: png,
    foreground: [],
    background: [],
    prompt: "山脉和晚霞",
    negativePrompt: "",
    guideImage: null,
    noiseLevel: 300,
    promptWeight: 0.5,
    sceneType: "GENERAL",
    seed: taskId,
    ...job,
  });
  return pictures.map((picture) => Buffer.from(picture.png));
}

test("kill -9 between two pictures: after the restart the task ends in the bytes of an undisturbed one", async () => {
  const base = await uploadPng(sandbox.client, png);
  const running = await sandbox.client.submit(requestFor(base, { n: 4, model_version: "v3" }));
  const waiting = await sandbox.client.submit(requestFor(base));
  await waitFor(sandbox.client, running.taskId, ({ metrics }) => (metrics?.succeeded ?? 0) > 0);
  await killAndRestart();

  const answer = await waitFor(sandbox.client, running.taskId, hasSucceeded);
  expect(answer.metrics).toEqual({ total: 4, succeeded: 4, failed: 0 });
  expect(await downloadAll(sandbox.client, answer)).toEqual(
    await undisturbed(running.taskId, { count: 4, version: "v3" }),
  );
  const next = await waitFor(sandbox.client, waiting.taskId, hasSucceeded);
  expect(await downloadAll(sandbox.client, next)).toEqual(
    await undisturbed(waiting.taskId, { count: 1, version: "v2" }),
  );
});

test("kill -9 while an input is fetched, twice: the task is still RUNNING and ends as if nothing had been", async () => {
  const asked: ServerResponse[] = [];
  const pictures = createServer((_, response) => void asked.push(response));
  await new Promise<void>((resolve) => pictures.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(pictures.address() as AddressInfo).port}/base.png`;
  const { taskId } = await sandbox.client.submit(requestFor(base));
  for (let start = 1; start <= 3; start += 1) {
    while (asked.length < start) await systemClock.sleep(20);
    expect((await sandbox.client.query(taskId)).status).toBe("RUNNING");
    if (start < 3) await killAndRestart();
  }
  asked[2]?.end(png);
  const answer = await waitFor(sandbox.client, taskId, hasSucceeded);
  expect(await downloadAll(sandbox.client, answer)).toEqual(await undisturbed(taskId, { count: 1, version: "v2" }));
  pictures.closeAllConnections();
  pictures.close();
});

test("what was answered before a kill is there after it: task, pictures and uploads", async () => {
  const base = await uploadPng(sandbox.client, png);
  const { taskId } = await sandbox.client.submit(requestFor(base));
  const before = await downloadAll(sandbox.client, await waitFor(sandbox.client, taskId, hasSucceeded));
  await killAndRestart();
  const answer = await sandbox.client.query(taskId);
  expect(await downloadAll(sandbox.client, answer)).toEqual(before);
  const again = await sandbox.client.submit(requestFor(base));
  expect((await waitFor(sandbox.client, again.taskId, hasSucceeded)).imageCount).toBe(1);
});
