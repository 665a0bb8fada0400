import { expect } from "vitest";
import { requestFor } from "./sandbox-process.ts";

export const SUBMIT_PATH = "/services/aigc/background-generation/generation/";
/** Of a host that no sandbox asks: the submission is taken, its task fails. */
export const NOWHERE = "https://nowhere.example/a.png";

let accounts = 0;

/** Headers of a submission from an account that nobody has used before: no rate of it is reached unless a test means to. */
export function newHeaders(changes: Record<string, string | undefined> = {}): Record<string, string> {
  accounts += 1;
  const all = {
    authorization: `Bearer sk-call-${accounts}`,
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
