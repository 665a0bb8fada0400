import type { IncomingMessage } from "node:http";
import type { ErrorCode } from "#lib/base/error-codes.ts";
import { isForeignChange, isOwnHost } from "./origin.ts";

export interface Refusal {
  code: ErrorCode;
  values: Record<string, string>;
  headers?: Record<string, string>;
}

export type JudgedRequest = Pick<IncomingMessage, "method" | "url" | "headers" | "headersDistinct">;

const API_METHODS = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];
const PAGE_METHODS = ["GET", "HEAD"];
/** Exactly an input's address: a `..` in it would lead to somewhere else once Next has read it. */
const INPUT = /^\/api\/inputs\/asset_[0-9a-f]{64}\.(?:png|jpeg|webp)$/;

/**
 * Why a request goes no further than the launcher, if it does not: a Host that is not ours (the public one is, for inputs), a change that another site's page asks
 * for, a method that nothing here takes, an address that cannot be decoded. Next sees none of these.
 */
export function refusalOf(
  { method = "GET", url = "", headers, headersDistinct }: JudgedRequest,
  { port, dev, publicHost }: { port: number; dev: boolean; publicHost?: string },
): Refusal | undefined {
  const host = hostOf(url, headersDistinct.host);
  const [path = ""] = url.split("?");
  if (!isOwnHost(host, port)) {
    const isPublic = publicHost !== undefined && host === publicHost;
    const isPublicInput = isPublic && PAGE_METHODS.includes(method) && INPUT.test(path);
    return isPublicInput ? undefined : { code: "request/foreign-host", values: { host: host ?? "" } };
  }

  const { origin } = headers;
  const [fetchSite] = headersDistinct["sec-fetch-site"] ?? [];
  if (isForeignChange(method, { host, origin, fetchSite })) {
    return { code: "request/foreign-origin", values: { origin: origin ?? String(fetchSite) } };
  }

  // Pages take no forms and there are no server actions; in development Next's own tools send to its pages.
  const taken = dev || /^\/api(?:\/|$)/.test(path) ? API_METHODS : PAGE_METHODS;
  if (!taken.includes(method)) {
    return { code: "request/method-not-allowed", values: { method }, headers: { allow: taken.join(", ") } };
  }
  if (!isDecodable(path)) return { code: "request/not-found", values: { path } };
  return undefined;
}

/** The host that a request is meant for: of the target where it names one, which then outweighs the header. */
function hostOf(url: string, hosts: string[] | undefined): string | undefined {
  if (!url.startsWith("/") && url !== "*") return URL.canParse(url) ? new URL(url).host : url;
  return hosts?.join(", ");
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
