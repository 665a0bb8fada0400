import { expect, test } from "vitest";
import { generationStateSchema } from "#lib/api/run-view.ts";
import { canMove, IN_FLIGHT, isTerminal, RANK, STATES, statesBefore, TRANSITIONS } from "./generation-state.ts";

const pairs = STATES.flatMap((from) => STATES.map((to) => [from, to] as const));

test("knows exactly the states of the API", () => {
  expect([...STATES].sort()).toEqual([...generationStateSchema.options].sort());
});

test("allows exactly these moves of all 81", () => {
  const allowed = pairs.filter(([from, to]) => canMove(from, to)).map(([from, to]) => `${from} > ${to}`);
  expect(allowed.sort()).toEqual(
    [
      "queued > submitting",
      "queued > canceled",
      "queued > failed",
      "submitting > pending",
      "submitting > queued",
      "submitting > failed",
      "submitting > needs_decision",
      "pending > running",
      "pending > saving",
      "pending > failed",
      "pending > canceled",
      "running > saving",
      "running > failed",
      "running > canceled",
      "pending > queued",
      "running > queued",
      "saving > done",
      "saving > failed",
      "needs_decision > queued",
      "needs_decision > canceled",
    ].sort(),
  );
});

test("ends in done, failed and canceled, and every other state can reach an end", () => {
  expect(STATES.filter(isTerminal)).toEqual(["done", "failed", "canceled"]);
  const endsFrom = (state: (typeof STATES)[number], seen = new Set<string>()): boolean => {
    if (isTerminal(state)) return true;
    if (seen.has(state)) return false;
    seen.add(state);
    return TRANSITIONS[state].some((next) => endsFrom(next, seen));
  };
  expect(STATES.filter((state) => !endsFrom(state))).toEqual([]);
});

test("goes back only to the queue: when no task was made, when it failed for want of its inputs, when a person says so", () => {
  const back = pairs.filter(([from, to]) => canMove(from, to) && RANK[to] <= RANK[from]);
  expect(back).toEqual([
    ["submitting", "queued"],
    ["pending", "queued"],
    ["running", "queued"],
    ["needs_decision", "queued"],
  ]);
});

test("nothing reaches a second submission without passing the queue, and a task that succeeded never returns to it", () => {
  expect(statesBefore("submitting")).toEqual(["queued"]);
  expect(statesBefore("queued")).toEqual(["submitting", ...IN_FLIGHT, "needs_decision"]);
});
