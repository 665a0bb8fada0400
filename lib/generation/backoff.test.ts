import fc from "fast-check";
import { expect, test } from "vitest";
import { WanxError } from "#lib/wanx/client/wanx-error.ts";
import { again, backoffMs } from "./backoff.ts";

test("doubles up to its longest, and keeps at least half of that", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), fc.string(), (failures, seed) => {
      const fullMs = Math.min(1_000 * 2 ** (failures - 1), 60_000);
      const pauseMs = backoffMs({ failures, seed });
      expect(pauseMs).toBeGreaterThanOrEqual(fullMs / 2);
      expect(pauseMs).toBeLessThanOrEqual(fullMs);
      expect(backoffMs({ failures, seed })).toBe(pauseMs);
      expect(backoffMs({ failures, seed, longestMs: 300 })).toBeLessThanOrEqual(300);
      expect(backoffMs({ failures, seed, atLeastMs: 90_000 })).toBe(90_000);
    }),
  );
});

test("a hundred studios that failed together do not come back together", () => {
  const pauses = Array.from({ length: 100 }, (_, studio) => backoffMs({ failures: 5, seed: `studio ${studio}` }));
  for (const eighth of Array.from({ length: 8 }, (_, place) => 8_000 + place * 1_000)) {
    expect(pauses.filter((pauseMs) => pauseMs >= eighth && pauseMs < eighth + 1_000).length).toBeGreaterThan(3);
  }
});

test("waits as long as upstream asks, and not at all longer for an error of another kind", () => {
  const throttled = { outcome: "rejected", message: "later", isRetryable: true } as const;
  expect(again("submit", new WanxError({ ...throttled, retryAfterMs: 7_000 })).afterMs).toBe(7_000);
  expect(again("submit", new WanxError(throttled)).afterMs).toBe(0);
  expect(again("submit", new Error("anything")).afterMs).toBe(0);
});
