import { z } from "zod";

const OSS_SCHEME = "oss://";

/** Public `http(s)://`, or `oss://` from a temporary upload. Raw spaces and Chinese characters do occur, hence no URL parsing here. */
export const inputUrlSchema = z.string().regex(/^(?:https?|oss):\/\/[^/\s]/i, "must be an http, https or oss address");

export function isOssUrl(url: string): boolean {
  return url.toLowerCase().startsWith(OSS_SCHEME);
}

/** `oss://dir/name.png` → `dir/name.png`, exactly as it was uploaded. */
export function ossKey(url: string): string {
  return url.slice(OSS_SCHEME.length);
}
