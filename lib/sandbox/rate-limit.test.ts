import fc from "fast-check";
import { expect, test } from "vitest";
import type { Clock } from "#lib/base/clock.ts";
import { RateLimit } from "./rate-limit.ts";

/** Answers which of the calls, each so long after the one before, were let through, and when. */
function admitted(gapsMs: number[], perSecond: number): number[] {
  let time = 0;
  const clock: Clock = { now: () => time, monotonic: () => time, sleep: () => Promise.resolve() };
  const limit = new RateLimit(clock, perSecond);
  return gapsMs.flatMap((gapMs) => {
    time += gapMs;
    try {
      limit.take("key");
      return [time];
    } catch {
      return [];
    }
  });
}

test("no second has more calls than allowed, and a call is refused only when its second is full", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1500 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 3 }),
      (gaps, most) => {
        const times = admitted(gaps, most);
        for (const start of times) {
          expect(times.filter((time) => time >= start && time - start < 1000).length).toBeLessThanOrEqual(most);
        }
        let at = 0;
        for (const gap of gaps) {
          at += gap;
          const before = times.filter((time) => time <= at && at - time < 1000).length;
          expect(before).toBeGreaterThanOrEqual(1);
        }
      },
    ),
  );
});

test("refused calls do not push the next one back", () => {
  expect(admitted([0, 0, 400, 400, 200], 2)).toEqual([0, 0, 1000]);
});

test("many idle keys are forgotten", () => {
  let time = 0;
  const clock: Clock = { now: () => time, monotonic: () => time, sleep: () => Promise.resolve() };
  const limit = new RateLimit(clock, 1);
  for (let key = 0; key < 5000; key += 1) {
    time += 10;
    limit.take(`key ${key}`);
  }
  expect(limit.rememberedKeys).toBeLessThan(1200);
});
