import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { ERROR_TABLE, type ErrorPlace, type WanxCode } from "#lib/wanx/contract/error-table.ts";
import { type SandboxAdmin, sandboxAdmin } from "#tests/faults/sandbox-admin.ts";
import { ask, finishedTask, SUBMIT_PATH, submission } from "./account-calls.ts";
import { type SandboxProcess, startSandbox, stopSandbox, temporaryFolder } from "./sandbox-process.ts";

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

const codesAt = (place: ErrorPlace) =>
  (Object.keys(ERROR_TABLE) as WanxCode[]).filter((code) => (ERROR_TABLE[code].places as string[]).includes(place));

describe("what only a plan brings about", () => {
  test.each(codesAt("submit"))("%s instead of a submission", async (code) => {
    const { message, status } = ERROR_TABLE[code];
    await admin.plan([{ on: "submit", fault: "error", code }]);
    const refusal = await ask(sandbox.baseUrl + SUBMIT_PATH, submission());
    expect(refusal).toEqual({ status, code, message, request_id: expect.stringMatching(/^.{8}-.{4}-9/) });
  });

  test.each(codesAt("task"))("%s instead of an answer to a question, a list and a cancellation", async (code) => {
    const { message, status } = ERROR_TABLE[code];
    await admin.plan(["query", "list", "cancel"].map((on) => ({ on, fault: "error", code })));
    for (const [path, method] of [
      ["/tasks/1", "GET"],
      ["/tasks/", "GET"],
      ["/tasks/1/cancel/", "POST"],
    ] as const) {
      expect(await ask(sandbox.baseUrl + path, { method }), path).toMatchObject({ status, code, message });
    }
  });

  test("with another status and other words, as a gateway's page, and with nothing at all", async () => {
    const message = "Download the media resource timed out during the data inspection process.";
    await admin.plan([
      { on: "submit", fault: "error", code: "ModelServingError", status: 500, message: "Too many.", times: 1 },
      { on: "submit", fault: "error", code: "InvalidParameter.DataInspection", times: 1 },
      { on: "submit", fault: "error", status: 502, body: "html", times: 1 },
      { on: "submit", fault: "error", status: 503, body: "none", times: 1 },
    ]);
    expect(await ask(sandbox.baseUrl + SUBMIT_PATH, submission())).toMatchObject({ status: 500, message: "Too many." });
    expect(await ask(sandbox.baseUrl + SUBMIT_PATH, submission())).toMatchObject({ status: 400, message });
    const page = await fetch(sandbox.baseUrl + SUBMIT_PATH, submission());
    expect([page.status, page.headers.get("content-type"), await page.text()]).toEqual([
      502,
      "text/html",
      expect.stringContaining("<html>"),
    ]);
    const nothing = await fetch(sandbox.baseUrl + SUBMIT_PATH, submission());
    expect([nothing.status, await nothing.text()]).toEqual([503, ""]);
    expect(await ask(sandbox.baseUrl + SUBMIT_PATH, submission())).toMatchObject({ status: 200 });
    expect((await admin.ledger()).filter(({ event }) => event === "fault").slice(-4)).toMatchObject([
      { on: "submit", fault: "error", code: "ModelServingError" },
      { code: "InvalidParameter.DataInspection" },
      { code: "InternalError" },
      { code: "InternalError" },
    ]);
  });

  test("from the storage it comes as XML", async () => {
    await admin.plan([{ on: "upload", fault: "error", code: "InternalError" }]);
    const answer = await fetch(`${sandbox.baseUrl}/sandbox/oss`, { method: "POST", body: new FormData() });
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain("<Code>InternalError</Code>");
  });

  test.each(codesAt("failed"))(
    "%s inside a task that FAILED, and in one picture of a task that did not",
    async (code) => {
      const { message } = ERROR_TABLE[code];
      await admin.plan([
        { on: "task", fault: "fail", code, times: 1 },
        { on: "task", fault: "partial", code, times: 1 },
      ]);
      const first = await outcome(1);
      expect(first.output).toMatchObject({ task_status: "FAILED", code, message });
      expect(first.output).not.toHaveProperty("results");
      expect(first.usage).toEqual({ image_count: 0 });
      const second = await outcome(2);
      expect(second.output).toMatchObject({
        task_status: "SUCCEEDED",
        task_metrics: { TOTAL: 2, SUCCEEDED: 1, FAILED: 1 },
      });
      expect(second.output.results).toContainEqual({ code, message });
      expect(second.output.results).toContainEqual({ url: expect.any(String) });
      expect(second.usage).toEqual({ image_count: 1 });
    },
  );
});

/** The body of the query that finds a fresh task at its end. */
async function outcome(n: number): Promise<{ output: Record<string, unknown>; usage: unknown }> {
  const { key, end } = await finishedTask(sandbox.baseUrl, { n });
  const headers = { authorization: `Bearer ${key}` };
  return (await fetch(`${sandbox.baseUrl}/tasks/${end.taskId}`, { headers })).json();
}
