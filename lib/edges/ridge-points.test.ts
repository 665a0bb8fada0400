import { describe, expect, test } from "vitest";
import { lineConfidence } from "./line-confidence.ts";
import { ridgePoints } from "./ridge-points.ts";
import { structureTensor } from "./structure-tensor.ts";

const SIDE = 64;

/** A bright line with a Gaussian profile along x·cos + y·sin = distance, and where its crest is found. */
function crestOf(angle: number, distance: number) {
  const across = (x: number, y: number) => x * Math.cos(angle) + y * Math.sin(angle) - distance;
  const ridge = Float32Array.from({ length: SIDE * SIDE }, (_, index) =>
    Math.exp(-(across(index % SIDE, Math.floor(index / SIDE)) ** 2) / 8),
  );
  // The direction across the line, the same everywhere.
  const flat = { xx: Math.cos(angle) ** 2, xy: Math.cos(angle) * Math.sin(angle), yy: Math.sin(angle) ** 2 };
  const fill = (value: number) => new Float32Array(SIDE * SIDE).fill(value);
  const directions = { xx: fill(flat.xx), xy: fill(flat.xy), yy: fill(flat.yy) };
  return { points: ridgePoints(ridge, directions, SIDE, SIDE, 0.2), across };
}

describe("ridgePoints", () => {
  test.each([
    [0, 30.3],
    [Math.PI / 2, 20.75],
    [0.5, 40],
    [Math.PI / 4, 45.1],
  ])("finds the crest of a line at angle %f between the pixels, once per pixel of its length", (angle, distance) => {
    const { points, across } = crestOf(angle, distance);
    let length = 0;
    for (let point = 0; point < points.count; point += 1) {
      expect(Math.abs(across(points.x[point] ?? 0, points.y[point] ?? 0))).toBeLessThan(0.12);
      expect(points.strength[point]).toBeCloseTo(1, 1);
      length += points.length[point] ?? 0;
    }
    const visible = lengthInside(angle, distance);
    expect(Math.abs(length / visible - 1)).toBeLessThan(0.1);
  });
});

/** Length of the line within the square, less the border of one pixel that is not looked at. */
function lengthInside(angle: number, distance: number): number {
  let length = 0;
  for (let along = -100; along < 100; along += 0.05) {
    const x = distance * Math.cos(angle) - along * Math.sin(angle);
    const y = distance * Math.sin(angle) + along * Math.cos(angle);
    if (x > 0.5 && y > 0.5 && x < SIDE - 1.5 && y < SIDE - 1.5) length += 0.05;
  }
  return length;
}

test("lineConfidence believes long strong lines and doubts short or weak ones", () => {
  const points = {
    count: 33,
    pixel: Int32Array.from([...Array(30).keys()].map((x) => 5 * SIDE + 10 + x).concat([2000, 2001, 3000])),
    x: new Float32Array(33),
    y: new Float32Array(33),
    strength: new Float32Array(33).fill(0.5),
    length: new Float32Array(33).fill(1),
  };
  const confidence = lineConfidence(points, SIDE, SIDE * SIDE, { fullLength: 30, fullPeak: 0.5 });
  expect(confidence[0]).toBeCloseTo(1);
  expect(confidence[29]).toBeCloseTo(1);
  expect(confidence[30]).toBeLessThan(0.05);
  expect(confidence[32]).toBeLessThan(confidence[30] ?? 0);
  const weak = { ...points, strength: new Float32Array(33).fill(0.1) };
  expect(lineConfidence(weak, SIDE, SIDE * SIDE, { fullLength: 30, fullPeak: 0.5 })[0]).toBe(0);
});

test("structureTensor gives a clean step its height at any scale above a pixel, and the direction across it", () => {
  const step = Float32Array.from({ length: SIDE * SIDE }, (_, index) => (index % SIDE < 32 ? 0.2 : 0.8));
  for (const sigma of [2, 4]) {
    const { xx, xy, yy } = structureTensor([{ values: step, weight: 1 }], SIDE, SIDE, sigma);
    const onEdge = 30 * SIDE + 31;
    expect(Math.sqrt(xx[onEdge] ?? 0)).toBeCloseTo(0.6, 1);
    expect(xy[onEdge]).toBeCloseTo(0, 6);
    expect(yy[onEdge]).toBeCloseTo(0, 6);
  }
});
