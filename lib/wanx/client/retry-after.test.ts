import { expect, test } from "vitest";
import { retryAfterMs } from "./retry-after.ts";

const date = "Sun, 22 Nov 2026 10:00:00 GMT";

test.each<[string, Record<string, string>, number | undefined]>([
  ["nothing", {}, undefined],
  ["seconds", { "retry-after": "7" }, 7_000],
  ["no time at all", { "retry-after": "0" }, 0],
  ["a day, which nobody waits for", { "retry-after": "86400" }, 600_000],
  ["a date, counted from the answer's own", { date, "retry-after": "Sun, 22 Nov 2026 10:01:30 GMT" }, 90_000],
  ["a date that is past", { date, "retry-after": "Sun, 22 Nov 2026 09:00:00 GMT" }, 0],
  ["a date without one to count from", { "retry-after": date }, undefined],
  ["words", { date, "retry-after": "soon" }, undefined],
  ["a negative number", { "retry-after": "-5" }, undefined],
])("%s", (_, headers, expected) => {
  expect(retryAfterMs(new Headers(headers))).toBe(expected);
});
