import { createServer } from "node:net";
import { afterAll, expect, test } from "vitest";
import { KEY, spawnSandbox, startSandbox, stopSandbox, temporaryFolder } from "./sandbox-process.ts";

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

test("with a fixed key no other is accepted", async () => {
  const sandbox = await startSandbox(data.folder, "--key", "sk-other");
  await expect(sandbox.client.list()).rejects.toMatchObject({
    outcome: "rejected",
    code: "InvalidApiKey",
    status: 401,
  });
  await stopSandbox(sandbox);
});
