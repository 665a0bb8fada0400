/** Longer than this nobody is kept waiting on an answer's word alone; whatever asks for it is asked again then. */
const LONGEST_MS = 10 * 60_000;

/**
 * How long an answer asks to be left alone, in ms; undefined when it does not say. In seconds, or as a date (RFC 9110, 10.2.3), which
 * is counted from the answer's own `Date`: the clock of this machine may be wrong.
 */
export function retryAfterMs(headers: Headers): number | undefined {
  const text = headers.get("retry-after")?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text) * 1000, LONGEST_MS);
  if (!text.endsWith(" GMT")) return undefined;
  const waitMs = Date.parse(text) - Date.parse(headers.get("date") ?? "");
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(waitMs, 0), LONGEST_MS);
}
