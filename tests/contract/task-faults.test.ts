import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { type SandboxAdmin, sandboxAdmin } from "#tests/faults/sandbox-admin.ts";
import { clientOf, finishedTask, NOWHERE } from "./account-calls.ts";
import {
  requestFor,
  type SandboxProcess,
  startSandbox,
  stopSandbox,
  temporaryFolder,
  uploadPng,
} from "./sandbox-process.ts";

const data = temporaryFolder();
let sandbox: SandboxProcess;
let admin: SandboxAdmin;
beforeAll(async () => {
  sandbox = await startSandbox(data.folder);
  admin = sandboxAdmin(sandbox.baseUrl);
});
afterEach(() => admin.clear());
afterAll(async () => {
  await stopSandbox(sandbox);
  data.remove();
});

describe("a task", () => {
  test("fails with the planned code and costs nothing", async () => {
    await admin.plan([{ on: "task", fault: "fail", code: "InternalError.Timeout" }]);
    const { end } = await finishedTask(sandbox.baseUrl);
    expect(end).toMatchObject({ status: "FAILED", code: "InternalError.Timeout", results: [], imageCount: 0 });
    expect((await admin.ledger()).find((line) => line.taskId === end.taskId && line.event === "ended")).toMatchObject({
      status: "FAILED",
      imageCount: 0,
    });
  });

  test("loses some of its pictures: the others stand, in their places, and they alone are charged", async () => {
    await admin.plan([{ on: "task", fault: "partial", items: 2 }]);
    const { end, urls } = await finishedTask(sandbox.baseUrl, { n: 3 });
    expect(end).toMatchObject({
      status: "SUCCEEDED",
      metrics: { total: 3, succeeded: 1, failed: 2 },
      imageCount: 1,
    });
    expect(end.results).toHaveLength(3);
    expect(end.results.filter((result) => !("url" in result))).toEqual(
      Array(2).fill(expect.objectContaining({ code: "DataInspectionFailed" })),
    );
    const place = end.results.findIndex((result) => "url" in result);
    expect(urls[0]).toContain(`_${place}_`);
    expect((await fetch(urls[0] ?? "")).status).toBe(200);
    const lines = (await admin.ledger()).filter((line) => line.taskId === end.taskId);
    expect(lines.map(({ event }) => event)).toEqual(["submitted", "started", "fault", "ended", "fetched"]);
    expect(lines[3]).toMatchObject({ status: "SUCCEEDED", imageCount: 1 });
  });

  test("that loses all of its pictures FAILED with their code", async () => {
    await admin.plan([{ on: "task", fault: "partial", items: 4, code: "InternalError.FileUpload" }]);
    expect((await finishedTask(sandbox.baseUrl, { n: 2 })).end).toMatchObject({
      status: "FAILED",
      code: "InternalError.FileUpload",
      message: "oss upload error.",
      results: [],
      imageCount: 0,
    });
  });

  test("runs longer", async () => {
    await admin.plan([{ on: "task", fault: "latency", ms: 700 }]);
    const { end } = await finishedTask(sandbox.baseUrl);
    expect((end.endedAt ?? 0) - (end.scheduledAt ?? 0)).toBeGreaterThan(690);
  });
});

describe("what expires early", () => {
  test("a task is UNKNOWN and not listed", async () => {
    await admin.plan([{ on: "task", fault: "expire", ms: 0 }]);
    const client = clientOf(sandbox.baseUrl);
    const { taskId } = await client.submit(requestFor(NOWHERE));
    while ((await client.query(taskId)).status !== "UNKNOWN") await systemClock.sleep(60);
    expect(await client.list()).toMatchObject({ total: 0 });
  });

  test("a result is refused in the storage's words, while its task is still known", async () => {
    await admin.plan([{ on: "result", fault: "expire", ms: 0 }]);
    const { end, urls } = await finishedTask(sandbox.baseUrl);
    expect(end.status).toBe("SUCCEEDED");
    const answer = await fetch(urls[0] ?? "");
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("Request has expired.");
  });

  test("an upload is as good as not there, and a policy takes no file", async () => {
    await admin.plan([{ on: "upload", fault: "expire", ms: 0 }]);
    expect((await finishedTask(sandbox.baseUrl)).end).toMatchObject({
      status: "FAILED",
      code: "InvalidParameter.FileDownload",
    });
    await admin.plan([{ on: "policy", fault: "expire", ms: 0 }]);
    await expect(uploadPng(clientOf(sandbox.baseUrl), new Uint8Array([1]))).rejects.toMatchObject({ status: 403 });
  });
});
