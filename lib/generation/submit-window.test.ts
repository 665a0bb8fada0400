import { expect, test } from "vitest";
import type { Clock } from "#lib/base/clock.ts";
import { createSubmitWindow } from "./submit-window.ts";

/** Time that passes only by sleeping, and by what `pass` adds. */
function createHeldClock() {
  let time = 0;
  const pass = (ms: number) => {
    time += ms;
  };
  const clock: Clock = { now: () => time, monotonic: () => time, sleep: async (ms) => pass(ms) };
  return { clock, pass };
}

test("never lets more than two into one second, however they arrive", async () => {
  const { clock, pass } = createHeldClock();
  const window = createSubmitWindow(clock);
  const entered: number[] = [];
  for (const gapMs of [0, 0, 0, 10, 900, 0, 400, 600, 0, 0, 3_000, 0, 0]) {
    pass(gapMs);
    await window.enter(new AbortController().signal);
    entered.push(clock.monotonic());
  }
  for (const start of entered) {
    expect(entered.filter((time) => time >= start && time < start + 1_000).length).toBeLessThanOrEqual(2);
  }
});

test("does not make the first two wait", async () => {
  const { clock } = createHeldClock();
  const window = createSubmitWindow(clock);
  await window.enter(new AbortController().signal);
  await window.enter(new AbortController().signal);
  expect(clock.monotonic()).toBe(0);
});
