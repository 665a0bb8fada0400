import { afterAll, beforeAll, expect, test } from "vitest";
import { createEngine } from "#lib/engine/create-engine.ts";
import { productPng } from "#tests/fixtures/images.ts";
import { openTestSandbox, type TestSandbox, taskIdOf } from "./test-sandbox.ts";

const engine = createEngine({ threads: 1 });
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openTestSandbox(engine);
});
afterAll(async () => {
  await sandbox.close();
  await engine.close();
});

const bearer = (shown: string) => ({ headers: { authorization: `Bearer ${shown}` } });

async function newToken(query = "", shown = "sk-test"): Promise<string> {
  const { status, body } = await sandbox.ask("POST", `/tokens${query}`, bearer(shown));
  expect(status).toBe(200);
  return String(body.token);
}

test("a token is made for the seconds that are asked, one minute by default", async () => {
  for (const [query, seconds] of [
    ["", 60],
    ["/?expire_in_seconds=1", 1],
    ["?expire_in_seconds=1800", 1800],
  ] as const) {
    const { body } = await sandbox.ask("POST", `/tokens${query}`);
    expect(body).toEqual({ token: expect.stringMatching(/^st-\S{40,}$/), expires_at: expect.any(Number) });
    expect(Number(body.expires_at) - sandbox.clock.now() / 1000).toBeGreaterThan(seconds - 2);
    expect(Number(body.expires_at) - sandbox.clock.now() / 1000).toBeLessThanOrEqual(seconds);
  }
});

test("it is the key of its account: its tasks and uploads are the key's own, until it has expired", async () => {
  const shown = await newToken("?expire_in_seconds=600");
  const base = await sandbox.upload(await productPng({ width: 48, height: 48 }), shown);
  const taskId = taskIdOf(await sandbox.submit({ base_image_url: base }, {}, bearer(shown).headers));
  expect(await sandbox.outputOf(taskId)).toMatchObject({ task_status: "SUCCEEDED" });
  expect((await sandbox.ask("GET", "/tasks", bearer(shown))).body).toMatchObject({ data: [{ task_id: taskId }] });

  const other = await newToken("?expire_in_seconds=600", "sk-other");
  expect((await sandbox.ask("GET", `/tasks/${taskId}`, bearer(other))).body).toMatchObject({
    output: { task_status: "UNKNOWN" },
  });
  sandbox.clock.pass(600_000);
  expect(await sandbox.ask("GET", "/tasks", bearer(shown))).toMatchObject({
    status: 401,
    body: { code: "InvalidApiKey" },
  });
});

test("it outlives a restart, and makes no further token", async () => {
  const shown = await newToken();
  await sandbox.reopen();
  expect((await sandbox.ask("GET", "/tasks", bearer(shown))).status).toBe(200);
  expect(await sandbox.ask("POST", "/tokens", bearer(shown))).toMatchObject({
    status: 401,
    body: { code: "InvalidApiKey" },
  });
});

test("nothing that was not made here is a token, and no token tells its account", async () => {
  const shown = await newToken();
  const bytes = Buffer.from(shown.slice(3), "base64url");
  for (let at = 0; at < bytes.length; at += 7) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    const forged = `st-${changed.toString("base64url")}`;
    expect((await sandbox.ask("GET", "/tasks", bearer(forged))).status).toBe(401);
  }
  for (const nonsense of ["st-", "st-x", `st-${shown}`, shown.slice(3)]) {
    expect((await sandbox.ask("GET", "/tasks", bearer(nonsense))).status, nonsense).toBe(401);
  }
  expect(await newToken()).not.toBe(await newToken());
});

test("where one key is fixed, only its tokens count", async () => {
  const strangers = await newToken("?expire_in_seconds=1800", "sk-stranger");
  const own = await newToken("?expire_in_seconds=1800", "sk-mine");
  await sandbox.reopen({ key: "sk-mine" });
  expect((await sandbox.ask("GET", "/tasks", bearer(strangers))).status).toBe(401);
  expect((await sandbox.ask("GET", "/tasks", bearer(own))).status).toBe(200);
  await sandbox.reopen();
});
