import { expect, test } from "vitest";
import { gaussianBlur } from "./gaussian.ts";

const SIDE = 81;
const CENTRE = 40;

/** Weight, centre and variance along x of what one bright pixel becomes. */
function spread(sigma: number) {
  const dot = new Float32Array(SIDE * SIDE);
  dot[CENTRE * SIDE + CENTRE] = 1;
  const blurred = gaussianBlur(dot, SIDE, SIDE, sigma);
  let weight = 0;
  let centre = 0;
  let square = 0;
  for (const [index, value] of blurred.entries()) {
    const x = (index % SIDE) - CENTRE;
    weight += value;
    centre += value * x;
    square += value * x * x;
  }
  return { weight, centre, sigma: Math.sqrt(square) };
}

test.each([0.7, 1.4, 2.1, 2.5, 3.5, 6, 9])(
  "a blur of %f px keeps the light, stays in place and is as wide as asked",
  (sigma) => {
    const measured = spread(sigma);
    expect(measured.weight).toBeCloseTo(1, 4);
    expect(measured.centre).toBeCloseTo(0, 4);
    expect(Math.abs(measured.sigma / sigma - 1)).toBeLessThan(0.04);
  },
);

test.each([1, 5])("a blur of %i px leaves an even picture even, up to the border", (sigma) => {
  const blurred = gaussianBlur(new Float32Array(20 * 10).fill(0.25), 20, 10, sigma);
  for (const value of blurred) expect(value).toBeCloseTo(0.25, 5);
});
