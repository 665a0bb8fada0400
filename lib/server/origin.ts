const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];
const LOOPBACK_NAMES = ["127.0.0.1", "localhost", "[::1]"];

/**
 * Only a Host that names this machine is served: a foreign name that resolves here (DNS rebinding) looks same-origin to the browser,
 * and the Host header is the one thing that tells.
 */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return LOOPBACK_NAMES.some((name) => host === `${name}:${port}` || (port === 80 && host === name));
}

/**
 * A change may come from our own pages, or from a program (which sends neither header), never from another site's page.
 * Compared with the Host header: Next's `request.url` always says localhost.
 */
export function isForeignChange(
  method: string,
  headers: { host?: string; origin?: string; fetchSite?: string },
): boolean {
  if (SAFE_METHODS.includes(method)) return false;
  if (headers.origin !== undefined) return headers.origin !== `http://${headers.host}`;
  return headers.fetchSite !== undefined && headers.fetchSite !== "same-origin" && headers.fetchSite !== "none";
}
