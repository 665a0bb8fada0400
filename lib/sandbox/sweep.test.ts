import { readdir } from "node:fs/promises";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { createEngine } from "#lib/engine/create-engine.ts";
import { productPng } from "#tests/fixtures/images.ts";
import { openTestSandbox, taskIdOf } from "./test-sandbox.ts";

const engine = createEngine({ threads: 1 });
afterAll(() => engine.close());
const HOUR_MS = 3600_000;

test("files leave with what they belong to: pictures a day after their task, uploads a day after they expired", async () => {
  const sandbox = await openTestSandbox(engine);
  const filesOf = (folder: string) => readdir(path.join(sandbox.dataDir, folder));
  const base = await sandbox.upload(await productPng({ width: 48, height: 48 }));
  const task = taskIdOf(await sandbox.submit({ base_image_url: base }));
  await sandbox.outputOf(task);
  expect(await filesOf("results")).toEqual([`${task}_0.png`]);

  sandbox.clock.pass(23 * HOUR_MS);
  await sandbox.reopen();
  const young = taskIdOf(await sandbox.submit({ base_image_url: base }));
  await sandbox.outputOf(young);
  expect(await filesOf("results")).toHaveLength(2);

  // Every start sweeps, and goes on meanwhile: hence the waiting.
  sandbox.clock.pass(2 * HOUR_MS);
  await sandbox.reopen();
  await expect.poll(() => filesOf("results")).toEqual([`${young}_0.png`]);
  expect(await filesOf("uploads")).toHaveLength(1);

  sandbox.clock.pass(48 * HOUR_MS);
  await sandbox.reopen();
  await expect.poll(() => filesOf("uploads")).toEqual([]);
  expect(await filesOf("results")).toEqual([]);
  await sandbox.close();
});
