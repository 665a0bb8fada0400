import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitTransform, flipTransform, layerBounds, layerMatrix, mapPoint, shareOnArtboard } from "./geometry.ts";
import { anySize, anyTransform } from "./test-documents.ts";

const near = (actual: { x: number; y: number }, expected: { x: number; y: number }) =>
  Math.hypot(actual.x - expected.x, actual.y - expected.y) < 1e-6;

describe("layerMatrix", () => {
  test("is the identity for a picture in the middle of an artboard of its own size", () => {
    const transform = { x: 60, y: 40, scaleX: 1, scaleY: 1, rotation: 0 };
    expect(layerMatrix({ width: 120, height: 80 }, transform)).toEqual([1, 0, 0, 1, 0, 0]);
  });

  test("turns clockwise and after scaling", () => {
    const matrix = layerMatrix({ width: 10, height: 10 }, { x: 100, y: 100, scaleX: 2, scaleY: 1, rotation: 90 });
    expect(mapPoint(matrix, { x: 10, y: 5 })).toEqual({ x: 100, y: 110 });
    expect(mapPoint(matrix, { x: 5, y: 10 })).toEqual({ x: 95, y: 100 });
  });

  test("takes the picture's centre to the transform's place, whatever the turn and scale", () => {
    fc.assert(
      fc.property(anySize, anyTransform, (size, transform) => {
        const centre = { x: size.width / 2, y: size.height / 2 };
        return near(mapPoint(layerMatrix(size, transform), centre), transform);
      }),
    );
  });

  test("scales areas by the product of both scales", () => {
    fc.assert(
      fc.property(anySize, anyTransform, (size, transform) => {
        const [a, b, c, d] = layerMatrix(size, transform);
        expect(a * d - b * c).toBeCloseTo(transform.scaleX * transform.scaleY, 6);
      }),
    );
  });
});

describe("layerBounds", () => {
  test("holds every point of the picture and touches it on all four sides", () => {
    fc.assert(
      fc.property(anySize, anyTransform, (size, transform) => {
        const box = layerBounds(size, transform);
        const matrix = layerMatrix(size, transform);
        const corners = [0, size.width].flatMap((x) => [0, size.height].map((y) => mapPoint(matrix, { x, y })));
        for (const { x, y } of corners) {
          expect(x).toBeGreaterThanOrEqual(box.x - 1e-6);
          expect(x).toBeLessThanOrEqual(box.x + box.width + 1e-6);
          expect(y).toBeGreaterThanOrEqual(box.y - 1e-6);
          expect(y).toBeLessThanOrEqual(box.y + box.height + 1e-6);
        }
        expect(Math.min(...corners.map(({ x }) => x))).toBeCloseTo(box.x, 6);
        expect(Math.max(...corners.map(({ y }) => y))).toBeCloseTo(box.y + box.height, 6);
      }),
    );
  });
});

describe("fitTransform", () => {
  test("centres the visible part and fills the asked share of the tighter side", () => {
    fc.assert(
      fc.property(anySize, anySize, fc.double({ min: 0.1, max: 1, noNaN: true }), (size, artboard, fillShare) => {
        const visible = { x: size.width * 0.5, y: 0, width: size.width * 0.25, height: size.height * 0.5 };
        const box = layerBounds(size, fitTransform(size, artboard, { fillShare, visible }), visible);
        expect(box.x + box.width / 2).toBeCloseTo(artboard.width / 2, 6);
        expect(box.y + box.height / 2).toBeCloseTo(artboard.height / 2, 6);
        expect(Math.max(box.width / artboard.width, box.height / artboard.height)).toBeCloseTo(fillShare, 6);
      }),
    );
  });
});

describe("flipTransform", () => {
  test("mirrors what is seen about the layer's centre, also when the layer is turned", () => {
    fc.assert(
      fc.property(anySize, anyTransform, (size, transform) => {
        const corner = { x: 0, y: 0 };
        const before = mapPoint(layerMatrix(size, transform), corner);
        const across = mapPoint(layerMatrix(size, flipTransform(transform, "horizontal")), corner);
        const over = mapPoint(layerMatrix(size, flipTransform(transform, "vertical")), corner);
        return (
          near(across, { x: 2 * transform.x - before.x, y: before.y }) &&
          near(over, { x: before.x, y: 2 * transform.y - before.y })
        );
      }),
    );
  });

  test("done twice is as if it had not been done", () => {
    fc.assert(
      fc.property(anyTransform, fc.constantFrom("horizontal" as const, "vertical" as const), (transform, direction) => {
        expect(flipTransform(flipTransform(transform, direction), direction)).toEqual(transform);
      }),
    );
  });
});

test("shareOnArtboard is 1 inside, 0 beside, and the covered share across the border", () => {
  const artboard = { width: 100, height: 50 };
  expect(shareOnArtboard({ x: 0, y: 0, width: 100, height: 50 }, artboard)).toBe(1);
  expect(shareOnArtboard({ x: 100, y: 0, width: 10, height: 10 }, artboard)).toBe(0);
  expect(shareOnArtboard({ x: -5, y: 45, width: 10, height: 10 }, artboard)).toBe(0.25);
});
