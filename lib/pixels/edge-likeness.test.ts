import { describe, expect, test } from "vitest";
import { edgeLikeness } from "./edge-likeness.ts";
import { createPixelBuffer, type PixelBuffer } from "./pixel-buffer.ts";

type Paint = (x: number, y: number) => [number, number, number, number];

function painted(side: number, paint: Paint): PixelBuffer {
  const pixels = createPixelBuffer(side, side);
  for (let y = 0; y < side; y += 1) for (let x = 0; x < side; x += 1) pixels.data.set(paint(x, y), (y * side + x) * 4);
  return pixels;
}

const white = [255, 255, 255, 255] as [number, number, number, number];
const black = [0, 0, 0, 255] as [number, number, number, number];
const grid: Paint = (x, y) => (x % 32 < 3 || y % 32 < 3 ? white : black);

describe("edgeLikeness", () => {
  test("is 1 for thin white lines on black, at any size of the file", () => {
    expect(edgeLikeness(painted(200, grid))).toBeGreaterThan(0.9);
    expect(edgeLikeness(painted(900, (x, y) => grid(Math.floor(x / 4), Math.floor(y / 4))))).toBeGreaterThan(0.9);
  });

  test.each<[string, Paint]>([
    ["nothing visible", () => [255, 255, 255, 0]],
    ["plain black", () => black],
    ["dark lines on white", (x, y) => (x % 32 < 3 || y % 32 < 3 ? black : white)],
    ["red lines on black", (x, y) => (x % 32 < 3 || y % 32 < 3 ? [255, 0, 0, 255] : black)],
    ["a black bottle with a broad white label", (x) => (x > 70 && x < 130 ? white : black)],
    ["a soft gray photo", (x, y) => [x, x, x, y > 20 ? 255 : 0]],
  ])("is 0 for %s", (_name, paint) => {
    expect(edgeLikeness(painted(200, paint))).toBe(0);
  });

  test("looks only at what is visible", () => {
    const framed: Paint = (x, y) => (x > 60 ? grid(x, y) : [200, 40, 90, 0]);
    expect(edgeLikeness(painted(200, framed))).toBeGreaterThan(0.9);
  });
});
