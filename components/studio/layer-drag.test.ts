import { describe, expect, test } from "vitest";
import { dropGap, gapToIndex } from "./layer-drag.ts";

const rows = [0, 40, 80].map((top) => ({ top, height: 40 }));

test("the gap is the one nearest to the pointer", () => {
  expect([-5, 19, 21, 61, 500].map((y) => dropGap(rows, y))).toEqual([0, 0, 1, 2, 3]);
});

describe("gapToIndex", () => {
  test("a row from elsewhere: the top gap is the highest index, the bottom gap is 0", () => {
    expect([0, 1, 2, 3].map((gap) => gapToIndex(gap, 3, null))).toEqual([3, 2, 1, 0]);
  });

  test("the row's own two gaps both leave it where it is", () => {
    expect([gapToIndex(1, 3, 1), gapToIndex(2, 3, 1)]).toEqual([1, 1]);
  });

  test("a row moved to the ends arrives there", () => {
    expect(gapToIndex(0, 3, 2)).toBe(2);
    expect(gapToIndex(3, 3, 0)).toBe(0);
  });
});
