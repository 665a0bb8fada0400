import { describe, expect, test } from "vitest";
import { snapBox } from "./snap.ts";

const artboard = { x: 0, y: 0, width: 1000, height: 800 };

describe("snapBox", () => {
  test("pulls the centre of a box to the artboard's centre line", () => {
    const plan = snapBox({ x: 397, y: 100, width: 200, height: 100 }, [artboard], 5);
    expect(plan).toEqual({ dx: 3, dy: 0, vertical: [500], horizontal: [] });
  });

  test("leaves a box alone that is farther than the reach", () => {
    expect(snapBox({ x: 380, y: 100, width: 200, height: 100 }, [artboard], 5)).toMatchObject({ dx: 0, dy: 0 });
  });

  test("takes the nearest of several lines", () => {
    const other = { x: 104, y: 300, width: 10, height: 10 };
    expect(snapBox({ x: 101, y: 100, width: 50, height: 50 }, [artboard, other], 5).dx).toBe(3);
  });

  test("keeps an exact fit and still draws its lines", () => {
    expect(snapBox({ x: 0, y: 0, width: 1000, height: 20 }, [artboard], 5)).toMatchObject({
      dx: 0,
      vertical: [0, 500, 1000],
      horizontal: [0],
    });
  });
});
