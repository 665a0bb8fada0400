import fc from "fast-check";
import { expect, test } from "vitest";
import { FaultDice } from "./fault-dice.ts";
import { type FaultRule, faultPlanSchema } from "./fault-plan.ts";

const diceOf = (seed: number, ...rules: object[]) => new FaultDice(faultPlanSchema.parse({ seed, rules }));

/** Which of so many calls are taken, and by what. */
function taken(dice: FaultDice, on: FaultRule["on"], calls: number): (string | undefined)[] {
  return Array.from({ length: calls }, () => dice.roll(on, ["error", "reset-after", "latency"])[0]?.rule.fault);
}

test("the same plan over the same calls takes the same ones, another seed others", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), fc.double({ min: 0.2, max: 0.8, noNaN: true }), (seed, share) => {
      const rule = { on: "any", fault: "error", share };
      const first = taken(diceOf(seed, rule), "submit", 200);
      expect(taken(diceOf(seed, rule), "submit", 200)).toEqual(first);
      expect(taken(diceOf(seed + 1, rule), "submit", 200)).not.toEqual(first);
    }),
    { seed: 5, numRuns: 50 },
  );
});

test("share is the chance of each call", () => {
  const hits = taken(diceOf(3, { on: "query", fault: "error", share: 0.3 }), "query", 5000).filter(Boolean).length;
  expect(hits / 5000).toBeCloseTo(0.3, 1);
  expect(taken(diceOf(3, { on: "query", fault: "error", share: 0 }), "query", 50).filter(Boolean)).toEqual([]);
});

test("the first `after` pass, and after `times` it rests", () => {
  const dice = diceOf(1, { on: "submit", fault: "error", after: 2, times: 3 });
  expect(taken(dice, "submit", 8).map(Boolean)).toEqual([false, false, true, true, true, false, false, false]);
  expect(dice.counts).toEqual([{ reached: 8, taken: 3 }]);
});

test("a rule sees only what it is about and what no rule before it has taken", () => {
  const rules = [
    { on: "submit", fault: "error", times: 1 },
    { on: "any", fault: "reset-after", times: 1 },
    { on: "task", fault: "fail", code: "InternalError.Algo" },
  ];
  const dice = diceOf(1, ...rules);
  expect(taken(dice, "list", 0)).toEqual([]);
  expect(taken(dice, "submit", 3)).toEqual(["error", "reset-after", undefined]);
  expect(dice.counts).toEqual([
    { reached: 3, taken: 1 },
    { reached: 2, taken: 1 },
    { reached: 0, taken: 0 },
  ]);
  expect(diceOf(1, { on: "any", fault: "latency", ms: 1 }).roll("task", ["latency"])).toEqual([]);
});

test("latencies add up and let the next rule have its turn", () => {
  const latency = { on: "any", fault: "latency", ms: 1 };
  const hits = diceOf(1, latency, latency, { on: "any", fault: "error" }, latency).roll("submit", ["latency", "error"]);
  expect(hits.map(({ rule }) => rule.fault)).toEqual(["latency", "latency", "error"]);
});
