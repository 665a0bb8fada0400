import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { SUBMIT_DEADLINE_MS } from "#lib/wanx/client/create-client.ts";
import { type SandboxProcess, startSandbox, stopSandbox, temporaryFolder } from "#tests/contract/sandbox-process.ts";
import { startTcpProxy, type TcpProxy } from "#tests/faults/tcp-proxy.ts";
import { openWorkplace, records, type Workplace } from "./backlot-process.ts";

const KEY = "sk-canary-2c5d41f0";
const SUBMIT = /^POST \S*\/background-generation\/generation/;

const data = temporaryFolder();
let upstream: SandboxProcess;
let proxy: TcpProxy;
let at: Workplace;
beforeAll(async () => {
  upstream = await startSandbox(data.folder, "--key", KEY);
  proxy = await startTcpProxy(Number(new URL(upstream.baseUrl).port));
  at = await openWorkplace();
});
afterEach(() => {
  expect(at.leftovers()).toEqual([]);
});
afterAll(async () => {
  at.remove();
  await proxy.close();
  await stopSandbox(upstream);
  data.remove();
});

const paying = (key = KEY) => ({
  env: { DASHSCOPE_API_KEY: key, DASHSCOPE_HTTP_BASE_URL: `http://127.0.0.1:${proxy.port}/api/v1` },
});

test("it says what the pictures cost at most before, and what they have cost after, and never the key", async () => {
  const { status, stdout, stderr } = await at.run(["generate", "recipe.json", "-o", "paid", "-n", "2"], paying());
  expect({ status, files: at.files("paid") }).toEqual({ status: 0, files: ["recipe-v2-1.png", "recipe-v2-2.png"] });
  expect(stderr).toContain("2 pictures, at most ¥0.16");
  expect(stderr).toContain("¥0.16 charged");
  expect(stdout + stderr).not.toContain(KEY.slice("sk-".length));
});

test("what upstream refuses ends with 4 and upstream's words; nothing is charged", async () => {
  const { status, stdout, stderr } = await at.run(
    ["generate", "recipe.json", "-o", "refused", "--json"],
    paying("sk-wrong"),
  );
  expect(status).toBe(4);
  expect(stderr).toContain("does not know the API key");
  expect(stderr).toContain("InvalidApiKey: Invalid API-key provided.");
  expect(stderr).not.toContain("sk-wrong");
  expect(records(stdout).at(-1)).toMatchObject({ type: "result", exitStatus: 4, pictures: [], chargedFen: 0 });
  expect(at.files("refused")).toEqual([]);
});

test("a submission without an answer is not sent again: it ends with 4 and says what it may cost", async () => {
  const held = proxy.hold(SUBMIT, "answer");
  const backlot = at.start(["generate", "recipe.json", "-o", "undecided"], paying());
  await held;
  proxy.breakHeld();
  const { status, stderr } = await backlot.ended;
  expect(status).toBe(4);
  expect(stderr).toContain("nobody knows whether it arrived; it may cost ¥0.08");
});

test("who leaves while a submission is on the wire does not wait for it, and is told what it may cost", async () => {
  const held = proxy.hold(SUBMIT, "request");
  const backlot = at.start(["generate", "recipe.json", "-o", "left"], paying());
  await held;
  backlot.process.kill("SIGINT");
  await backlot.untilSaid("press Ctrl-C again");
  const leavesAt = systemClock.monotonic();
  backlot.process.kill("SIGINT");
  const { status, stderr } = await backlot.ended;
  expect(systemClock.monotonic() - leavesAt).toBeLessThan(SUBMIT_DEADLINE_MS / 2);
  expect({ status, stderr }).toEqual({ status: 130, stderr: expect.stringContaining("may still cost ¥0.08") });
  proxy.breakHeld();
});
