import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { sandboxAdmin } from "#tests/faults/sandbox-admin.ts";
import { NOWHERE } from "./account-calls.ts";
import { KEY, requestFor, spawnSandbox, startSandbox, stopSandbox, temporaryFolder } from "./sandbox-process.ts";

const data = temporaryFolder();
afterAll(() => data.remove());

async function refusal(...options: string[]): Promise<{ status: unknown; lines: string[] }> {
  const { exited, output } = spawnSandbox("--data", data.folder, ...options);
  const status = await exited;
  return { status, lines: output().trim().split("\n") };
}

test.each([
  [["--prot", "1"], "Unknown option '--prot'"],
  [["--port", "http"], "--port http is not 0 to 65535"],
  [["--port", "70000"], "--port 70000 is not 0 to 65535"],
  [["--key", "secret"], "--key must be sk-"],
  [["--allow-host", "http://pictures.example"], "http://pictures.example is not a host"],
  [["surplus"], "surplus"],
  [["--max-concurrency", "0"], "--max-concurrency must be 1 to 999."],
  [["--latency", "soon"], "--latency soon is not ms or ms-ms."],
  [["--latency", "300-200"], "--latency 300-200 is not ms or ms-ms."],
  [["--faults", "nothing.json"], "--faults nothing.json cannot be read: "],
  [["--faults", "package.json"], "--faults package.json: rules: "],
])("%j ends with status 1 and one line that says what is wrong", async (options, words) => {
  const { status, lines } = await refusal(...options);
  expect(status).toBe(1);
  expect(lines).toEqual([expect.stringContaining(words)]);
});

test("a port or a folder that is taken ends the second start with one line, and does not hurt the first", async () => {
  const first = await startSandbox(data.folder);
  expect(await refusal("--port", "0")).toEqual({
    status: 1,
    lines: [expect.stringContaining("in use by another process")],
  });
  expect((await first.client.list()).tasks).toEqual([]);
  await stopSandbox(first);

  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  expect(await refusal("--port", String(port))).toEqual({ status: 1, lines: [expect.stringContaining("in use")] });
  await new Promise((resolve) => server.close(resolve));
});

test("SIGTERM and SIGINT end it with status 0, also while a client holds a connection", async () => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    const sandbox = await startSandbox(data.folder, "--key", KEY);
    await sandbox.client.list();
    sandbox.process.kill(signal);
    expect(await sandbox.exited).toBe(0);
  }
});

test("a plan, a latency and several tasks at once hold from the start", async () => {
  const planFile = path.join(data.folder, "plan.json");
  writeFileSync(planFile, '{"seed":4,"rules":[{"on":"task","fault":"latency","ms":60000}]}');
  const options = ["--faults", planFile, "--latency", "80-120", "--max-concurrency", "2"];
  const sandbox = await startSandbox(data.folder, ...options);
  expect(await sandboxAdmin(sandbox.baseUrl).counts()).toMatchObject({ seed: 4, rules: [{ ms: 60_000 }] });
  const startedAt = performance.now();
  for (let count = 0; count < 3; count += 1) {
    await systemClock.sleep(510);
    await sandbox.client.submit(requestFor(NOWHERE));
  }
  expect(performance.now() - startedAt).toBeGreaterThan(3 * (510 + 75));
  const { tasks } = await sandbox.client.list();
  expect(tasks.map(({ status }) => status)).toEqual(["PENDING", "RUNNING", "RUNNING"]);
  await stopSandbox(sandbox);
});

test("with a fixed key no other is accepted", async () => {
  const sandbox = await startSandbox(data.folder, "--key", "sk-other");
  await expect(sandbox.client.list()).rejects.toMatchObject({
    outcome: "rejected",
    code: "InvalidApiKey",
    status: 401,
  });
  await stopSandbox(sandbox);
});
