import { expect, test } from "vitest";
import {
  formatBeijingTime,
  formatCompactBeijingTime,
  parseBeijingTime,
  parseCompactBeijingTime,
} from "./beijing-time.ts";

test("a time recorded with its GMT date comes out eight hours later", () => {
  const at = Date.parse("2024-03-01T02:08:57.333Z");
  expect(formatBeijingTime(at)).toBe("2024-03-01 10:08:57.333");
  expect(formatCompactBeijingTime(at)).toBe("20240301100857");
});

test("what is written can be read back, over day and year ends too", () => {
  for (const iso of ["2024-02-29T23:59:59.999Z", "2025-12-31T16:00:00.000Z", "1970-01-01T00:00:00.000Z"]) {
    const at = Date.parse(iso);
    expect(parseBeijingTime(formatBeijingTime(at))).toBe(at);
    expect(parseCompactBeijingTime(formatCompactBeijingTime(at))).toBe(at - (at % 1000));
  }
});

test("a missing or short fraction is read, and what is no time is null", () => {
  expect(parseBeijingTime("2024-03-01 10:08:57")).toBe(Date.parse("2024-03-01T02:08:57Z"));
  expect(parseBeijingTime("2024-03-01 10:08:57.3")).toBe(Date.parse("2024-03-01T02:08:57.300Z"));
  for (const text of ["", "2024-02-30 10:00:00.000", "2024-03-01", "2024-03-01 25:00:00", "2024-11-07 09:51:19.xxx"]) {
    expect(parseBeijingTime(text)).toBe(null);
  }
  expect(parseCompactBeijingTime("20241332000000")).toBe(null);
});
