import { expect } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { ApiKey } from "#lib/wanx/client/api-key.ts";
import type { TaskAnswer, WanxClient } from "#lib/wanx/client/client.ts";
import { createWanxClient } from "#lib/wanx/client/create-client.ts";
import { productPng } from "#tests/fixtures/images.ts";
import { requestFor, uploadPng, waitFor } from "./sandbox-process.ts";

export const SUBMIT_PATH = "/services/aigc/background-generation/generation/";
/** Of a host that no sandbox asks: the submission is taken, its task fails. */
export const NOWHERE = "https://nowhere.example/a.png";

let accounts = 0;

/** Of an account that nobody has used before: no rate of it is reached unless a test means to. */
export function newKey(): string {
  accounts += 1;
  return `sk-call-${accounts}`;
}

/** Headers of a submission from a new account. */
export function newHeaders(changes: Record<string, string | undefined> = {}): Record<string, string> {
  const all = {
    authorization: `Bearer ${newKey()}`,
    "content-type": "application/json",
    "x-dashscope-async": "enable",
    ...changes,
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** A submission; text and bytes go out as they are. */
export function submission(body: unknown = requestFor(NOWHERE), changes = {}): RequestInit {
  const isRaw = typeof body === "string" || body instanceof Buffer;
  return {
    method: "POST",
    headers: newHeaders(changes),
    body: isRaw ? Uint8Array.from(Buffer.from(body)) : JSON.stringify(body),
  };
}

/** The JSON of an answer, with its status. */
export async function ask(
  address: string,
  init: RequestInit = {},
): Promise<{ status: number } & Record<string, unknown>> {
  const response = await fetch(address, { headers: newHeaders(), ...init });
  const body = await response.json();
  expect(response.headers.get("x-request-id")).toBe(body.request_id);
  return { status: response.status, ...body };
}

export function clientOf(baseUrl: string, apiKey = newKey()): WanxClient {
  return createWanxClient({ baseUrl, apiKey: new ApiKey(apiKey), fetch: globalThis.fetch, clock: systemClock });
}

/** The end of a small task of a new account, and the addresses of its pictures. */
export async function finishedTask(
  baseUrl: string,
  parameters: object = {},
): Promise<{ key: string; end: TaskAnswer; urls: string[] }> {
  const key = newKey();
  const client = clientOf(baseUrl, key);
  const base = await uploadPng(client, await productPng({ width: 48, height: 64 }));
  const { taskId } = await client.submit(requestFor(base, parameters));
  const end = await waitFor(client, taskId, ({ status }) => status === "SUCCEEDED" || status === "FAILED");
  return { key, end, urls: end.results.flatMap((result) => ("url" in result ? [result.url] : [])) };
}
