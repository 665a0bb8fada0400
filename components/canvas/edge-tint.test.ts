import { expect, test } from "vitest";
import { tintEdge } from "./edge-tint.ts";

const INK = { line: [230, 110, 100], glass: [40, 20, 18], glassAlpha: 0.6 } as const;

function tinted(...pixel: [number, number, number, number]): number[] {
  const pixels = Uint8ClampedArray.from(pixel);
  tintEdge(pixels, INK);
  return [...pixels];
}

test("a white line becomes an opaque line of the ink", () => {
  expect(tinted(255, 255, 255, 255)).toEqual([...INK.line, 255]);
});

test("the black body becomes glass that lets through what stands behind", () => {
  expect(tinted(0, 0, 0, 255)).toEqual([...INK.glass, 255 * INK.glassAlpha]);
});

test("a soft edge lies between the two", () => {
  const [red = 0, , , alpha = 0] = tinted(128, 128, 128, 255);
  expect(red).toBeGreaterThan(INK.glass[0]);
  expect(red).toBeLessThan(INK.line[0]);
  expect(alpha).toBeGreaterThan(255 * INK.glassAlpha);
  expect(alpha).toBeLessThan(255);
});

test("what is transparent stays untouched", () => {
  expect(tinted(12, 34, 56, 0)).toEqual([12, 34, 56, 0]);
});
