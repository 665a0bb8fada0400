import { describe, expect, test } from "vitest";
import type { GenerationState, GenerationView } from "#lib/api/run-view.ts";
import { generationStateSchema } from "#lib/api/run-view.ts";
import { generationView } from "#tests/fixtures/views.ts";
import { isEnded, mergeGeneration, newerGeneration } from "./generation-order.ts";

const generation = (state: GenerationState, changes: Partial<GenerationView> = {}) =>
  generationView({ state, ...changes });

const picture = { id: "picture_1", index: 0, assetId: "asset_1", width: 8, height: 8 };

describe("newerGeneration", () => {
  test.each([
    ["submitting", "pending"],
    ["needs_decision", "pending"],
    ["pending", "running"],
    ["running", "saving"],
    ["saving", "done"],
    ["running", "failed"],
    ["queued", "canceled"],
  ] as const)("moves from %s to %s and never back", (earlier, later) => {
    const before = generation(earlier);
    const after = generation(later);
    expect(newerGeneration(before, after)).toBe(after);
    expect(newerGeneration(after, before)).toBe(after);
  });

  test.each([
    ["submitting", "queued"],
    ["submitting", "needs_decision"],
    ["needs_decision", "queued"],
  ] as const)("may go from %s to %s: upstream has not accepted it yet", (earlier, later) => {
    const after = generation(later);
    expect(newerGeneration(generation(earlier), after)).toBe(after);
  });

  test("what is sent once more goes back to where it waits, and the task before it is forgotten", () => {
    const failed = generation("running", { attempts: 1 });
    for (const state of ["submitting", "needs_decision", "pending"] as const) {
      const sentAgain = generation(state, { attempts: 2 });
      expect(newerGeneration(failed, sentAgain)).toBe(sentAgain);
      expect(newerGeneration(sentAgain, failed)).toBe(sentAgain);
    }
  });

  test("in the same state, more pictures are newer", () => {
    const two = generation("saving", { pictures: [picture] });
    const none = generation("saving");
    expect(newerGeneration(none, two)).toBe(two);
    expect(newerGeneration(two, none)).toBe(two);
  });

  test("in the same state, more progress is newer, and a failed picture counts as progress", () => {
    const started = generation("running");
    const further = generation("running", { progress: { total: 4, succeeded: 1, failed: 1 } });
    expect(newerGeneration(further, started)).toBe(further);
    expect(newerGeneration(started, further)).toBe(further);
  });

  test("only done, failed and canceled are ends", () => {
    const ends = generationStateSchema.options.filter((state) => isEnded({ state }));
    expect(ends).toEqual(["done", "failed", "canceled"]);
  });
});

describe("mergeGeneration", () => {
  const other = { id: "run_2", generations: [generation("running", { id: "generation_2" })] };
  const run = { id: "run_1", generations: [generation("pending")] };

  test("changes the one run that holds it and keeps the others as they are", () => {
    const merged = mergeGeneration([other, run], generation("running"));
    expect(merged?.[0]).toBe(other);
    expect(merged?.[1]?.generations[0]?.state).toBe("running");
  });

  test("tells when no run holds it", () => {
    expect(mergeGeneration([other], generation("running"))).toBeNull();
  });
});
