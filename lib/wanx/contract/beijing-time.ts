const OFFSET_MS = 8 * 3600 * 1000;

/** Epoch ms → `2025-12-23 10:25:26.436`: the service writes Beijing time (UTC+8, no summer time) and no zone. */
export function formatBeijingTime(epochMs: number): string {
  return new Date(epochMs + OFFSET_MS).toISOString().replace("T", " ").slice(0, 23);
}

/** `2025-12-23 10:25:26.436` (the fraction may be missing) → epoch ms, or null when it is no such time. */
export function parseBeijingTime(text: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:\.(\d{1,3}))?$/.exec(text);
  return match ? fromParts(match.slice(1, 7), match[7]) : null;
}

/** Epoch ms → `20251223102526`, the form of the task list's `start_time` and `end_time`. */
export function formatCompactBeijingTime(epochMs: number): string {
  return formatBeijingTime(epochMs).replace(/\D/g, "").slice(0, 14);
}

/** `20251223102526` → epoch ms, or null. */
export function parseCompactBeijingTime(text: string): number | null {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text);
  return match ? fromParts(match.slice(1, 7)) : null;
}

function fromParts(parts: string[], fraction = ""): number | null {
  const [year, month, day, hour, minute, second] = parts;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, "0")}Z`;
  const utc = Date.parse(iso);
  // Date.parse rolls 30 February over into March: only what comes back the same was a date.
  return Number.isNaN(utc) || new Date(utc).toISOString() !== iso ? null : utc - OFFSET_MS;
}
