import { expect, test } from "vitest";
import type { GenerationState, RunView } from "#lib/api/run-view.ts";
import { generationView, runView } from "#tests/fixtures/views.ts";
import { announcementsBetween } from "./announcements.ts";

const runs = (state: GenerationState, succeeded = 0) => [
  runView(generationView({ state, progress: { total: 4, succeeded, failed: 0 } })),
];

const kinds = (before: RunView[] | undefined, after: RunView[]) =>
  announcementsBetween(before, after).map(({ kind }) => kind);

test("a page that opens reads out nothing, and neither does a generation met for the first time", () => {
  expect(kinds(undefined, runs("done"))).toEqual([]);
  expect(kinds([], runs("running"))).toEqual([]);
});

test.each([
  ["pending", "running", "started"],
  ["saving", "done", "done"],
  ["running", "failed", "failed"],
  ["queued", "canceled", "canceled"],
] as const)("from %s to %s says %s", (before, after, kind) => {
  expect(kinds(runs(before), runs(after))).toEqual([kind]);
});

test("each finished picture is said once", () => {
  expect(kinds(runs("running", 1), runs("running", 2))).toEqual(["picture"]);
  expect(kinds(runs("running", 2), runs("running", 2))).toEqual([]);
});

test("the last picture and the end are one line", () => {
  expect(kinds(runs("running", 3), runs("done", 4))).toEqual(["done"]);
});

test("steps that change nothing for the listener are silent", () => {
  expect(kinds(runs("queued"), runs("submitting"))).toEqual([]);
});
