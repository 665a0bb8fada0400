import fc from "fast-check";
import { expect, test } from "vitest";
import { axisScales, type Matrix, multiply } from "./matrix.ts";

const entry = fc.double({ min: -50, max: 50, noNaN: true });
const anyMatrix: fc.Arbitrary<Matrix> = fc.tuple(entry, entry, entry, entry, entry, entry);
const apply = ([a, b, c, d, e, f]: Matrix, [x, y]: [number, number]): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

test("multiply is one matrix after the other", () => {
  fc.assert(
    fc.property(anyMatrix, anyMatrix, entry, entry, (outer, inner, x, y) => {
      const [atOnceX, atOnceY] = apply(multiply(outer, inner), [x, y]);
      const [x2, y2] = apply(outer, apply(inner, [x, y]));
      expect(atOnceX).toBeCloseTo(x2, 4);
      expect(atOnceY).toBeCloseTo(y2, 4);
    }),
  );
});

test("axisScales does not mistake a turn for a scale", () => {
  expect(axisScales([0, 2, -3, 0, 9, 9])).toEqual({ alongX: 2, alongY: 3 });
});
