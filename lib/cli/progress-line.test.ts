import fc from "fast-check";
import { expect, test } from "vitest";
import { progressLine } from "./progress-line.ts";

test("the bar tells what is in the folder from what is only drawn", () => {
  const line = progressLine({ saved: 1, finished: 2, total: 4, words: ["1/4", "v2: drawing"] }, 80);
  expect(line).toBe("█████▒▒▒▒▒░░░░░░░░░░  1/4  v2: drawing");
  expect(progressLine({ saved: 4, finished: 4, total: 4, words: [] }, 80)).toBe("█".repeat(20));
  expect(progressLine({ saved: 0, finished: 0, total: 8, words: [] }, 80)).toBe("░".repeat(20));
});

test("Chinese characters count as two columns, and the line leaves the last column free", () => {
  const words = ["第一张图片已完成"];
  expect(progressLine({ saved: 0, finished: 0, total: 1, words }, 39)).toBe(`${"░".repeat(20)}  第一张图片已完成`);
  expect(progressLine({ saved: 0, finished: 0, total: 1, words }, 38)).toBe(`${"░".repeat(20)}  第一张图片已完`);
});

test("the bar is always as wide, and never fuller than what there is", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(8), fc.nat(8), (total, a, b) => {
      const [saved, finished] = [Math.min(a, b, total), Math.min(Math.max(a, b), total)];
      const line = progressLine({ saved, finished, total, words: [] }, 80);
      expect([...line]).toHaveLength(20);
      expect(line.startsWith("█".repeat(20))).toBe(saved === total);
    }),
  );
});
