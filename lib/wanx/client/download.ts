import { createHash } from "node:crypto";
import { failureToAnswer } from "./classify.ts";
import { exchange, type Wire } from "./exchange.ts";
import { WanxError } from "./wanx-error.ts";

/** Long enough for 16 MB at 140 KB/s; a slower line than that is better tried again. */
const DEADLINE_MS = 120_000;
/** 8 KB/s over a quarter of a minute: a stalled line is noticed long before the deadline. */
const SLOWEST = { bytes: 15 * 8 * 1024, perMs: 15_000 };

export async function download(
  wire: Wire,
  url: string,
  { maxBytes, signal }: { maxBytes: number; signal?: AbortSignal },
): Promise<Uint8Array> {
  const limits = { stake: "free", deadlineMs: DEADLINE_MS, slowest: SLOWEST, maxBytes, signal } as const;
  if (!URL.canParse(url)) {
    throw new WanxError({ outcome: "not-sent", message: "the result's address is no address", isRetryable: false });
  }
  const { status, headers, body } = await exchange(wire, overTls(url), { method: "GET" }, limits);
  const announced = headers.get("content-md5");
  if (announced !== null && announced !== createHash("md5").update(body).digest("base64")) {
    throw failureToAnswer(new Error("the bytes are not those of the MD5 that came with them"), "free", { status });
  }
  return body;
}

/** The service's storage is sometimes named with http, and answers the same over https. */
function overTls(url: string): string {
  const { protocol, hostname } = new URL(url);
  return protocol === "http:" && hostname.endsWith(".aliyuncs.com") ? url.replace(/^http:/i, "https:") : url;
}
