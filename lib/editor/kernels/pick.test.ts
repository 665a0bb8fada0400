import { describe, expect, test } from "vitest";
import { layerMatrix, mapPoint } from "#lib/composition/geometry.ts";
import { type PickableLayer, pickLayer, toPicturePoint } from "./pick.ts";

const size = { width: 200, height: 100 };
const transform = { x: 300, y: 400, scaleX: -1.5, scaleY: 0.5, rotation: 30 };

test("a point goes through the layer's matrix and back", () => {
  const there = mapPoint(layerMatrix(size, transform), { x: 20, y: 70 });
  const back = toPicturePoint(size, transform, there);
  expect(back?.x).toBeCloseTo(20, 9);
  expect(back?.y).toBeCloseTo(70, 9);
});

describe("pickLayer", () => {
  const upright = { x: 100, y: 50, scaleX: 1, scaleY: 1, rotation: 0 };
  // Left half transparent, right half seen.
  const half: PickableLayer<string> = {
    id: "half",
    size,
    transform: upright,
    mask: { width: 2, height: 1, alpha: Uint8Array.of(0, 255) },
  };
  const full: PickableLayer<string> = { id: "full", size, transform: upright, mask: null };

  test("looks through the transparent part of a layer to the one below", () => {
    expect(pickLayer([half, full], { x: 150, y: 50 }, 0)).toBe("half");
    expect(pickLayer([half, full], { x: 50, y: 50 }, 0)).toBe("full");
  });

  test("forgives an aim that is off by the reach", () => {
    expect(pickLayer([half], { x: 97, y: 50 }, 0)).toBeNull();
    expect(pickLayer([half], { x: 97, y: 50 }, 4)).toBe("half");
  });

  test("finds nothing outside", () => {
    expect(pickLayer([half, full], { x: 250, y: 50 }, 2)).toBeNull();
  });
});
