import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { systemClock } from "#lib/base/clock.ts";
import { ApiKey } from "#lib/wanx/client/api-key.ts";
import type { TaskAnswer, WanxClient } from "#lib/wanx/client/client.ts";
import { createWanxClient } from "#lib/wanx/client/create-client.ts";
import type { SubmitRequest } from "#lib/wanx/contract/submit-request.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
export const KEY = "sk-contract";

export interface SandboxProcess {
  /** `http://127.0.0.1:port/api/v1` */
  baseUrl: string;
  client: WanxClient;
  process: ChildProcess;
  /** Everything it has written so far. */
  output(): string;
  exited: Promise<number | NodeJS.Signals | null>;
}

/** `node lib/sandbox/main.ts` as `npm run sandbox` starts it. */
export function spawnSandbox(...options: string[]) {
  const child = spawn(process.execPath, ["lib/sandbox/main.ts", ...options], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const exited = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once("close", (status, signal) => resolve(status ?? signal));
  });
  return { process: child, output: () => output, exited };
}

/** On a free port; resolves once it listens, rejects with what it wrote when it ends instead. */
export async function startSandbox(dataDir: string, ...options: string[]): Promise<SandboxProcess> {
  const { process: child, output, exited } = spawnSandbox("--port", "0", "--data", dataDir, ...options);
  const ended = exited.then((status) => {
    throw new Error(`the sandbox ended (${status}) before it listened:\n${output()}`);
  });
  const listening = (async () => {
    for (;;) {
      const baseUrl = /listens on (\S+)/.exec(output())?.[1];
      if (baseUrl) return baseUrl;
      await systemClock.sleep(20);
    }
  })();
  const baseUrl = await Promise.race([listening, ended]);
  const client = createWanxClient({ baseUrl, apiKey: new ApiKey(KEY), fetch: globalThis.fetch, clock: systemClock });
  return { baseUrl, client, process: child, output, exited };
}

export async function stopSandbox({ process: child, exited }: SandboxProcess): Promise<void> {
  child.kill("SIGTERM");
  await exited;
}

export function temporaryFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), "backlot-contract-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function requestFor(baseUrl: string, parameters: SubmitRequest["parameters"] = {}): SubmitRequest {
  const input = { base_image_url: baseUrl, ref_prompt: "山脉和晚霞" };
  return { model: "wanx-background-generation-v2", input, parameters };
}

export async function uploadPng(client: WanxClient, bytes: Uint8Array): Promise<string> {
  return (await client.upload({ bytes, fileName: "base.png", mediaType: "image/png" })).url;
}

/** Asks until the answer is as wanted; an end that is not wanted is an error, since nothing comes after it. */
export async function waitFor(
  client: WanxClient,
  taskId: string,
  isWanted: (answer: TaskAnswer) => boolean,
): Promise<TaskAnswer> {
  for (;;) {
    const answer = await client.query(taskId);
    if (isWanted(answer)) return answer;
    if (answer.status !== "PENDING" && answer.status !== "RUNNING") {
      throw new Error(`task ${taskId} ended as ${JSON.stringify(answer)}`);
    }
    await systemClock.sleep(60);
  }
}

export function hasSucceeded(answer: TaskAnswer): boolean {
  return answer.status === "SUCCEEDED";
}

export function downloadAll(client: WanxClient, answer: TaskAnswer): Promise<Buffer[]> {
  const urls = answer.results.flatMap((result) => ("url" in result ? [result.url] : []));
  return Promise.all(urls.map(async (url) => Buffer.from(await client.download(url, { maxBytes: 2 ** 24 }))));
}
