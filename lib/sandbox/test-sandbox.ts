import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { invariant } from "#lib/base/assert.ts";
import { type Clock, systemClock } from "#lib/base/clock.ts";
import type { Engine } from "#lib/engine/engine.ts";
import { HEADERS } from "#lib/wanx/contract/endpoints.ts";
import { MODEL_NAME } from "#lib/wanx/contract/limits.ts";
import { createSandbox, type SandboxOptions } from "./create-sandbox.ts";

/** No such host: requests end in the sandbox of this process. */
export const BASE_URL = "http://sandbox.internal/api/v1";
export const TEST_KEY = "sk-test";

/** A day of the clock may pass in no time; sleeps are real. */
export interface ShiftedClock extends Clock {
  pass(ms: number): void;
}

export function shiftedClock(): ShiftedClock {
  let shiftMs = 0;
  return {
    now: () => systemClock.now() + shiftMs,
    monotonic: () => systemClock.monotonic() + shiftMs,
    sleep: systemClock.sleep,
    pass: (ms) => {
      shiftMs += ms;
    },
  };
}

export interface Answered {
  status: number;
  headers: Headers;
  // The shape differs from case to case; each test says what it expects of it.
  body: Record<string, unknown>;
}

/** For tests: a sandbox over a fresh folder, and the calls that most tests make. */
export async function openTestSandbox(engine: Engine, options: Partial<SandboxOptions> = {}) {
  const dataDir = await mkdtemp(path.join(tmpdir(), "backlot-sandbox-"));
  const clock = shiftedClock();
  const open = (changes: Partial<SandboxOptions> = {}) =>
    createSandbox({ dataDir, engine, clock, ...options, ...changes });
  let sandbox = await open();

  const ask = async (method: string, address: string, more: { body?: unknown; headers?: object } = {}) => {
    const response = await sandbox.fetch(`${BASE_URL}${address}`, {
      method,
      headers: { authorization: `Bearer ${TEST_KEY}`, ...more.headers },
      body: more.body === undefined ? undefined : JSON.stringify(more.body),
    });
    const answered: Answered = { status: response.status, headers: response.headers, body: await response.json() };
    return answered;
  };

  const policy = async (key = TEST_KEY): Promise<Record<string, string>> => {
    const headers = { authorization: `Bearer ${key}` };
    const { body } = await ask("GET", `/uploads?action=getPolicy&model=${MODEL_NAME}`, { headers });
    return body.data as Record<string, string>;
  };

  return {
    dataDir,
    clock,
    ask,
    policy,
    fetch: (address: string, init?: RequestInit) => sandbox.fetch(address, init),
    ledger: () => Array.fromAsync(sandbox.ledger.lines(), (line) => JSON.parse(line) as Record<string, unknown>),

    /** Answers the `oss://` address of an upload. */
    async upload(bytes: Uint8Array, key = TEST_KEY): Promise<string> {
      const form = uploadForm(await policy(key), "picture.png", bytes);
      const response = await sandbox.fetch(`${BASE_URL}/sandbox/oss`, { method: "POST", body: form });
      invariant(response.status === 200, `an upload was answered ${response.status}`);
      return `oss://${form.get("key")}`;
    },

    /** Never throttled: half a second passes before. */
    submit(input: object, parameters: object = {}, headers: object = {}): Promise<Answered> {
      clock.pass(501);
      return ask("POST", "/services/aigc/background-generation/generation/", {
        headers: {
          "content-type": "application/json",
          [HEADERS.async]: "enable",
          [HEADERS.resolveOss]: "enable",
          ...headers,
        },
        body: { model: MODEL_NAME, input: { ref_prompt: "a pink podium", ...input }, parameters },
      });
    },

    /** The `output` of a task once its status is `status`, or once it is final. */
    async outputOf(taskId: string, status?: string): Promise<Record<string, unknown>> {
      for (;;) {
        const { body } = await ask("GET", `/tasks/${taskId}`);
        const output = body.output as Record<string, unknown>;
        const isFinal = output.task_status !== "PENDING" && output.task_status !== "RUNNING";
        if (output.task_status === status || isFinal) return output;
        // Well within the 20 questions a second that the sandbox answers.
        await clock.sleep(120);
      }
    },

    /** Closes and opens the same folder again, as a new process would, with other options if need be. */
    async reopen(changes?: Partial<SandboxOptions>): Promise<void> {
      await sandbox.close();
      sandbox = await open(changes);
    },

    async close(): Promise<void> {
      await sandbox.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export type TestSandbox = Awaited<ReturnType<typeof openTestSandbox>>;

export function taskIdOf({ body }: Answered): string {
  const { task_id } = (body.output ?? {}) as { task_id?: string };
  invariant(task_id, `a task, got ${JSON.stringify(body)}`);
  return task_id;
}

/** The form that the policy's `data` asks for; `changes` replace fields before the file. */
export function uploadForm(
  policy: Record<string, string>,
  fileName: string,
  bytes: Uint8Array,
  changes: Record<string, string> = {},
): FormData {
  const form = new FormData();
  const fields = {
    OSSAccessKeyId: policy.oss_access_key_id,
    Signature: policy.signature,
    policy: policy.policy,
    key: `${policy.upload_dir}/${fileName}`,
    "x-oss-object-acl": policy.x_oss_object_acl,
    "x-oss-forbid-overwrite": policy.x_oss_forbid_overwrite,
    success_action_status: "200",
    ...changes,
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value ?? "");
  form.set("file", new Blob([Uint8Array.from(bytes)], { type: "image/png" }), fileName);
  return form;
}
