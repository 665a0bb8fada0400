import { describe, expect, test } from "vitest";
import type { GenerationView } from "#lib/api/run-view.ts";
import { generationView, runView } from "#tests/fixtures/views.ts";
import { estimateLeftMs, finishedCount, picturePlaces, runsProgress, unfinishedGenerations } from "./kiln.ts";

const generation = (id: string, changes: Partial<GenerationView> = {}) => generationView({ id, ...changes });

const picture = (index: number) => ({ id: `picture_${index}`, index, assetId: "asset_1", width: 8, height: 8 });

describe("unfinishedGenerations", () => {
  test("lists the running one first, then the waiting ones in the order they were asked for, and no ended one", () => {
    const runs = [
      runView(generation("newest", { createdAt: 30 }), generation("done", { state: "done" })),
      runView(generation("older", { createdAt: 20 }), generation("running", { state: "running", createdAt: 25 })),
    ];
    expect(unfinishedGenerations(runs).map(({ id }) => id)).toEqual(["running", "older", "newest"]);
  });
});

test("versions of one press wait in the order in which they are sent", () => {
  const press = (runId: string) => [
    generation(`${runId}-b`, { runId, version: "v2" }),
    generation(`${runId}-a`, { runId, version: "v3" }),
  ];
  const waiting = unfinishedGenerations([runView(...press("run_1"), ...press("run_2").toReversed())]);
  expect(waiting.map(({ id }) => id)).toEqual(["run_1-b", "run_1-a", "run_2-b", "run_2-a"]);
});

describe("picturePlaces", () => {
  test("keeps every place while it runs, whatever arrives first", () => {
    const places = picturePlaces(generation("a", { state: "running", pictures: [picture(2)] }));
    expect(places.map(({ kind }) => kind)).toEqual(["reserved", "reserved", "picture", "reserved"]);
  });

  test("says which pictures are missing once it ended", () => {
    const places = picturePlaces(generation("a", { state: "done", n: 3, pictures: [picture(0), picture(2)] }));
    expect(places.map(({ kind }) => kind)).toEqual(["picture", "missing", "picture"]);
  });
});

test("finishedCount counts what upstream has finished before it is here, and never more than was asked for", () => {
  expect(
    finishedCount(generation("a", { progress: { total: 4, succeeded: 3, failed: 0 }, pictures: [picture(0)] })),
  ).toBe(3);
  expect(finishedCount(generation("a", { n: 1, progress: { total: 4, succeeded: 3, failed: 0 } }))).toBe(1);
});

describe("runsProgress", () => {
  test("counts every picture of the runs under way, and none of what ended before or was cancelled", () => {
    const runs = [
      runView(generation("waiting", { state: "queued" }), generation("gone", { state: "canceled" })),
      runView(
        generation("now", { state: "running", pictures: [picture(0)] }),
        generation("ready", { state: "done", progress: { total: 4, succeeded: 4, failed: 0 } }),
      ),
      runView(generation("before", { state: "done", pictures: [picture(0)] })),
    ];
    expect(runsProgress(runs)).toEqual({ done: 5, total: 12 });
  });

  test("is nothing when nothing is under way", () => {
    expect(runsProgress([runView(generation("before", { state: "done" }))])).toBeNull();
  });
});

describe("estimateLeftMs", () => {
  const running = generation("now", { state: "running", startedAt: 100_000 });
  const done = (tookMs: number, version: "v2" | "v3" = "v2") =>
    runView(generation(`done-${tookMs}`, { state: "done", version, startedAt: 0, endedAt: tookMs }));

  test("takes the median of the same version", () => {
    const runs = [done(8000), done(12_000), done(400_000), done(1000, "v3"), done(2000, "v3")];
    expect(estimateLeftMs(runs, running, 102_000)).toBe(10_000);
  });

  test("is never negative", () => {
    expect(estimateLeftMs([done(8000)], running, 200_000)).toBe(0);
  });

  test("says nothing without experience or before the start", () => {
    expect(estimateLeftMs([done(8000, "v3")], running, 102_000)).toBeNull();
    expect(estimateLeftMs([done(8000)], generation("waiting"), 102_000)).toBeNull();
  });
});
