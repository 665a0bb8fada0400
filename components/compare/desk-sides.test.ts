import { describe, expect, test } from "vitest";
import type { GenerationState, GenerationView, RunView } from "#lib/api/run-view.ts";
import { generationView } from "#tests/fixtures/views.ts";
import { deskSides, pictureOf, startPositions } from "./desk-sides.ts";

function generation(version: "v2" | "v3", count: number, state: GenerationState = "done"): GenerationView {
  return generationView({
    id: `generation_${version}`,
    version,
    state,
    progress: { total: 4, succeeded: count, failed: 0 },
    pictures: Array.from({ length: count }, (_, index) => ({
      id: `${version}-${index}`,
      index,
      assetId: "asset_1",
      width: 8,
      height: 8,
    })),
  });
}

function run(...generations: GenerationView[]): RunView {
  return { id: "run_1", projectId: "project_1", revision: 1, createdAt: 1, generations };
}

const shown = (view: RunView, positions: readonly [number, number]) =>
  deskSides(view, positions).map((side) => pictureOf(side)?.id);

describe("deskSides", () => {
  test("puts v2 to the left of v3, in whatever order they come", () => {
    expect(shown(run(generation("v3", 4), generation("v2", 4)), [1, 2])).toEqual(["v2-1", "v3-2"]);
  });

  test("compares two pictures of one version when only one was made", () => {
    expect(shown(run(generation("v2", 3)), [0, 1])).toEqual(["v2-0", "v2-1"]);
  });

  test("a version that failed is as if it had not been asked for", () => {
    expect(shown(run(generation("v2", 2), generation("v3", 0, "failed")), [0, 1])).toEqual(["v2-0", "v2-1"]);
  });

  test("a version that is still being made keeps its side, empty", () => {
    expect(shown(run(generation("v2", 2), generation("v3", 0, "running")), [0, 0])).toEqual(["v2-0", undefined]);
  });

  test("one picture is one side, no picture none", () => {
    expect(shown(run(generation("v2", 1)), [0, 1])).toEqual(["v2-0"]);
    expect(shown(run(generation("v2", 0, "failed")), [0, 0])).toEqual([]);
  });

  test("a position past the end shows the last picture", () => {
    expect(shown(run(generation("v2", 2), generation("v3", 3)), [9, -1])).toEqual(["v2-1", "v3-0"]);
  });
});

describe("startPositions", () => {
  test("the clicked picture lies on its version's side", () => {
    const both = run(generation("v2", 4), generation("v3", 4));
    expect(startPositions(both, "v3-2")).toEqual([0, 2]);
    expect(startPositions(both, "v2-3")).toEqual([3, 0]);
    expect(startPositions(both, undefined)).toEqual([0, 0]);
  });

  test("with one version the clicked picture is compared with another one, never with itself", () => {
    const one = run(generation("v2", 4));
    expect(startPositions(one, "v2-2")).toEqual([2, 0]);
    expect(startPositions(one, "v2-0")).toEqual([0, 1]);
  });
});
