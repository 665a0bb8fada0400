import fc from "fast-check";
import { expect, test } from "vitest";
import { pollDelayMs } from "./poll-schedule.ts";

/** Polls at `schedule`'s pace until the task of `taskMs` is over: how often, and how late the end was seen. */
function follow(taskMs: number, delayMs: (ageMs: number) => number) {
  let ageMs = 0;
  let polls = 0;
  while (ageMs < taskMs) {
    ageMs += delayMs(ageMs);
    polls += 1;
  }
  return { polls, lateMs: ageMs - taskMs };
}

/** Forty tasks around 40 s, log-normal with spread 0.15, at even quantiles: no luck involved. */
const quantiles = Array.from({ length: 40 }, (_, index) => {
  const p = (index + 0.5) / 40;
  return 40_000 * Math.exp(0.15 * Math.log(p / (1 - p)) * 0.5513);
});
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test("stays between 300 and 8000 ms, whatever it has learned", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1e9, noNaN: true }),
      fc.array(fc.integer({ min: 0, max: 1e8 }), { maxLength: 50 }),
      (ageMs, taskTimesMs) => {
        const delayMs = pollDelayMs({ ageMs, taskTimesMs });
        expect(delayMs).toBeGreaterThanOrEqual(300);
        expect(delayMs).toBeLessThanOrEqual(8_000);
      },
    ),
  );
});

test("asks within a third of a second at first, and at most two seconds apart, while nothing is known", () => {
  expect(pollDelayMs({ ageMs: 0, taskTimesMs: [] })).toBe(300);
  expect(pollDelayMs({ ageMs: 60_000, taskTimesMs: [40_000] })).toBe(2_000);
});

test("asks often where the end is likely, and seldom long before", () => {
  const taskTimesMs = quantiles;
  expect(pollDelayMs({ ageMs: 10_000, taskTimesMs })).toBe(8_000);
  expect(pollDelayMs({ ageMs: 40_000, taskTimesMs })).toBeLessThan(1_500);
});

test("sees the end at most half as late as the schedule of the official SDK, without more polls", () => {
  const learned = quantiles.map((ms) => follow(ms, (ageMs) => pollDelayMs({ ageMs, taskTimesMs: quantiles })));
  // 1 s, doubled at every third poll, at most 5 s.
  const official = quantiles.map((ms) => {
    let count = 0;
    return follow(ms, () => Math.min(1_000 * 2 ** Math.floor(count++ / 3), 5_000));
  });
  expect(mean(learned.map((task) => task.lateMs))).toBeLessThan(0.5 * mean(official.map((task) => task.lateMs)));
  expect(mean(learned.map((task) => task.polls))).toBeLessThan(mean(official.map((task) => task.polls)));
});
