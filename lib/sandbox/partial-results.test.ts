import { mkdir } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createEngine } from "#lib/engine/create-engine.ts";
import { createGuardedFetch } from "#lib/net/guarded-fetch.ts";
import { productPng } from "#tests/fixtures/images.ts";
import { openTestSandbox, type TestSandbox, taskIdOf } from "./test-sandbox.ts";

const engine = createEngine({ threads: 1 });
let sandbox: TestSandbox;
/** Lets the test break the disk before the first picture: the base comes only when it is let go. */
let pictures: Server;
let held: ServerResponse | undefined;
let png: Uint8Array;
beforeAll(async () => {
  png = await productPng({ width: 48, height: 64 });
  pictures = createServer((_, response) => {
    held = response;
  });
  await new Promise<void>((resolve) => pictures.listen(0, "127.0.0.1", resolve));
  sandbox = await openTestSandbox(engine, { inputFetch: createGuardedFetch({ allowHosts: ["127.0.0.1"] }) });
});
beforeEach(() => {
  held = undefined;
});
afterAll(async () => {
  pictures.closeAllConnections();
  pictures.close();
  await sandbox.close();
  await engine.close();
});

/** A task whose pictures at these places cannot be written: a folder stands where the file would. */
async function taskWithBrokenPlaces(n: number, places: number[]) {
  const base_image_url = `http://127.0.0.1:${(pictures.address() as AddressInfo).port}/base.png`;
  const taskId = taskIdOf(await sandbox.submit({ base_image_url }, { n }));
  while (!held) await sandbox.clock.sleep(5);
  for (const place of places) await mkdir(path.join(sandbox.dataDir, "results", `${taskId}_${place}.png`));
  held.end(png);
  await sandbox.outputOf(taskId);
  return { taskId, body: (await sandbox.ask("GET", `/tasks/${taskId}`)).body };
}

test("a picture that cannot be saved is an error in its place; the others stand and alone are charged", async () => {
  const { taskId, body } = await taskWithBrokenPlaces(3, [1]);
  const address = expect.objectContaining({ url: expect.any(String) });
  expect(body).toMatchObject({
    output: {
      task_status: "SUCCEEDED",
      results: [address, { code: "InternalError.FileUpload", message: "oss upload error." }, address],
      task_metrics: { TOTAL: 3, SUCCEEDED: 2, FAILED: 1 },
    },
    usage: { image_count: 2 },
  });
  const { results } = body.output as { results: { url?: string }[] };
  for (const { url } of results) if (url) expect((await sandbox.fetch(url)).status).toBe(200);

  await sandbox.reopen();
  const after = (await sandbox.ask("GET", `/tasks/${taskId}`)).body.output;
  expect(after).toMatchObject({ task_metrics: { TOTAL: 3, SUCCEEDED: 2, FAILED: 1 } });
});

test("when none can be saved the task FAILED and is free", async () => {
  const { taskId, body } = await taskWithBrokenPlaces(2, [0, 1]);
  expect(body).toMatchObject({
    output: { task_status: "FAILED", code: "InternalError.FileUpload", message: "oss upload error." },
    usage: { image_count: 0 },
  });
  expect(body.output).not.toHaveProperty("results");
  const end = (await sandbox.ledger()).find((line) => line.taskId === taskId && line.event === "ended");
  expect(end).toMatchObject({ status: "FAILED", imageCount: 0, code: "InternalError.FileUpload" });
});
