import { expect, test } from "vitest";
import { createEventGate } from "./event-gate.ts";

test("each event passes once, however often and in whatever order it is repeated", () => {
  const gate = createEventGate();
  expect([5, 6, 6, 5, 7, 3, 7].filter((seq) => gate.admit(seq))).toEqual([5, 6, 7]);
  expect(gate.lastSeq).toBe(7);
});

test("the first event passes whatever its number, and gaps are no error", () => {
  const gate = createEventGate();
  expect(gate.lastSeq).toBeNull();
  expect(gate.admit(900)).toBe(true);
  expect(gate.admit(1200)).toBe(true);
});

test("after a reset lower numbers pass again", () => {
  const gate = createEventGate();
  gate.admit(900);
  gate.reset(null);
  expect(gate.admit(1)).toBe(true);
});
