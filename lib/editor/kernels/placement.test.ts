import { describe, expect, test } from "vitest";
import type { Transform } from "#lib/composition/document.ts";
import { type Box, layerBounds } from "#lib/composition/geometry.ts";
import { placeNewElement } from "./placement.ts";

const artboard = { width: 1000, height: 1200 };

describe("placeNewElement", () => {
  const picture = { width: 600, height: 500 };
  const visible: Box = { x: 300, y: 100, width: 200, height: 300 };
  const shown = (transform: Transform) => layerBounds(picture, transform, visible);

  test("puts the visible part of a foreground element inside the artboard, bottom left, within 40 %", () => {
    const box = shown(placeNewElement({ artboard, picture, visible, group: "foreground", index: 0, isPrepared: true }));
    expect(box.x).toBeGreaterThan(0);
    expect(box.x + box.width).toBeLessThan(500);
    expect(box.y).toBeGreaterThan(600);
    expect(box.y + box.height).toBeLessThan(1200);
    expect(Math.max(box.width / artboard.width, box.height / artboard.height)).toBeCloseTo(0.4, 2);
  });

  test("puts a background element at the upper right", () => {
    const box = shown(placeNewElement({ artboard, picture, visible, group: "background", index: 0, isPrepared: true }));
    expect(box.x + box.width / 2).toBeGreaterThan(500);
    expect(box.y + box.height / 2).toBeLessThan(600);
  });

  test("gives ten elements ten different places", () => {
    const places = Array.from({ length: 10 }, (_, index) =>
      placeNewElement({ artboard, picture, visible, group: "foreground", index, isPrepared: true }),
    );
    expect(new Set(places.map(({ x, y }) => `${x},${y}`)).size).toBe(10);
  });

  test("leaves an edge layer that was composed for this artboard where it is, but not an edge made of any picture", () => {
    const place = (isPrepared: boolean) =>
      placeNewElement({ artboard, picture: artboard, visible, group: "background", index: 0, isPrepared });
    expect(place(true)).toEqual({ x: 500, y: 600, scaleX: 1, scaleY: 1, rotation: 0 });
    expect(layerBounds(artboard, place(false), visible).x).toBeGreaterThan(500);
  });
});
