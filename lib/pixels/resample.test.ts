import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { axisWeights } from "./axis-weights.ts";
import { createPixelBuffer } from "./pixel-buffer.ts";
import { resamplePlane, resizePixels } from "./resample.ts";

const length = fc.integer({ min: 1, max: 60 });

test("weights of one target pixel add up to one and stay on the axis", () => {
  fc.assert(
    fc.property(length, length, fc.constantFrom("linear" as const, "cubic" as const), (source, target, kernel) => {
      const { taps, sources, weights } = axisWeights(source, target, kernel);
      for (let index = 0; index < target; index += 1) {
        const sum = weights.slice(index * taps, (index + 1) * taps).reduce((total, weight) => total + weight, 0);
        expect(sum).toBeCloseTo(1, 4);
      }
      expect(Math.min(...sources)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...sources)).toBeLessThan(source);
    }),
  );
});

describe("resamplePlane", () => {
  test("keeps the mean when it shrinks", () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 48, maxLength: 48 }), (list) => {
        const mean = (values: Float32Array) => values.reduce((total, value) => total + value, 0) / values.length;
        const plane = { width: 8, height: 6, values: new Float32Array(list) };
        expect(mean(resamplePlane(plane, 3, 5).values)).toBeCloseTo(mean(plane.values), 4);
      }),
    );
  });

  test("gives back what it was given at its own size", () => {
    const plane = { width: 3, height: 2, values: new Float32Array([1, 2, 3, 4, 5, 6]) };
    for (const kernel of ["linear", "cubic"] as const) expect(resamplePlane(plane, 3, 2, kernel)).toEqual(plane);
  });

  test("puts pixel centres where they belong: a slope stays the same slope", () => {
    const slope = { width: 10, height: 1, values: Float32Array.from({ length: 10 }, (_, x) => x + 0.5) };
    for (const kernel of ["linear", "cubic"] as const) {
      const { values } = resamplePlane(slope, 30, 1, kernel);
      for (let x = 6; x < 24; x += 1) expect(values[x]).toBeCloseTo((x + 0.5) / 3, 4);
    }
  });
});

describe("resizePixels", () => {
  test("does not let the colour of what is transparent into the edge", () => {
    const pixels = createPixelBuffer(2, 1, new Uint8Array([200, 100, 50, 255, 0, 255, 0, 0]));
    expect([...resizePixels(pixels, 1, 1).data]).toEqual([200, 100, 50, 128]);
  });

  test("leaves a picture of one colour that colour at any size", () => {
    fc.assert(
      fc.property(length, length, length, length, (width, height, toWidth, toHeight) => {
        const data = new Uint8Array(width * height * 4);
        for (let index = 0; index < data.length; index += 4) data.set([9, 120, 250, 77], index);
        const resized = resizePixels(createPixelBuffer(width, height, data), toWidth, toHeight);
        expect(new Set(new Uint32Array(resized.data.buffer))).toEqual(
          new Set(new Uint32Array(data.buffer.slice(0, 4))),
        );
      }),
    );
  });
});
