import fc from "fast-check";
import { expect, test } from "vitest";
import { transformSchema } from "#lib/composition/document.ts";
import { tidyTransform } from "./tidy-transform.ts";

test("whatever a gesture yields, the document accepts it, and tidying twice changes nothing", () => {
  const number = fc.double({ min: -1e7, max: 1e7, noNaN: true });
  fc.assert(
    fc.property(fc.record({ x: number, y: number, scaleX: number, scaleY: number, rotation: number }), (transform) => {
      const tidy = tidyTransform(transform);
      expect(transformSchema.safeParse(tidy).success).toBe(true);
      expect(tidyTransform(tidy)).toEqual(tidy);
    }),
  );
});

test("a layer cannot be scaled to nothing, and keeps its flip", () => {
  expect(tidyTransform({ x: 0, y: 0, scaleX: -1e-9, scaleY: 0, rotation: 0 })).toMatchObject({
    scaleX: -0.001,
    scaleY: 0.001,
  });
});

test("a turn is told the short way round", () => {
  const turn = (rotation: number) => tidyTransform({ x: 0, y: 0, scaleX: 1, scaleY: 1, rotation }).rotation;
  expect([350, -190, 180, 720].map(turn)).toEqual([-10, 170, 180, 0]);
});
