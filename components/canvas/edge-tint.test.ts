import { expect, test } from "vitest";
import { tintEdge } from "./edge-tint.ts";

const CORAL = [230, 110, 100] as const;

function tinted(...pixel: [number, number, number, number]): number[] {
  const pixels = Uint8ClampedArray.from(pixel);
  tintEdge(pixels, CORAL);
  return [...pixels];
}

test("a white line becomes an opaque line brighter than the role's colour", () => {
  const [red = 0, green = 0, blue = 0, alpha] = tinted(255, 255, 255, 255);
  expect(alpha).toBe(255);
  expect([red > CORAL[0], green > CORAL[1], blue > CORAL[2]]).toEqual([true, true, true]);
});

test("the black body becomes dark and stays half clear", () => {
  const [red = 255, , , alpha = 255] = tinted(0, 0, 0, 255);
  expect(red).toBeLessThan(50);
  expect(alpha).toBeGreaterThan(100);
  expect(alpha).toBeLessThan(170);
});

test("what is transparent stays untouched", () => {
  expect(tinted(12, 34, 56, 0)).toEqual([12, 34, 56, 0]);
});
