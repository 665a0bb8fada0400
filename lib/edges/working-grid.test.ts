import fc from "fast-check";
import { expect, test } from "vitest";
import { workingGrid } from "./working-grid.ts";

test.each([
  [
    [512, 512],
    [512, 512],
  ],
  [
    [2048, 2048],
    [512, 512],
  ],
  [
    [100, 150],
    [512, 768],
  ],
  [
    [1000, 640],
    [832, 512],
  ],
])("%j is worked on at %j", ([width = 0, height = 0], [gridWidth, gridHeight]) => {
  expect(workingGrid(width, height)).toEqual({ width: gridWidth, height: gridHeight });
});

test("is made of steps of 64 and stays of bearable size, whatever the shape", () => {
  const side = fc.integer({ min: 1, max: 4096 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const grid = workingGrid(width, height);
      expect(grid.width % 64).toBe(0);
      expect(grid.height % 64).toBe(0);
      expect(Math.min(grid.width, grid.height)).toBeGreaterThanOrEqual(64);
      expect(grid.width * grid.height).toBeLessThanOrEqual(1.25 * 4 * 512 * 512);
    }),
  );
});
