import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitZoom, panBy, resolveView, type Spot, toggleActualSize, wheelFactor, ZOOM_LIMITS, zoomAt } from "./zoom.ts";

const picture = { width: 1024, height: 1536 };
const spots = fc.record({
  zoom: fc.double({ min: 0.1, max: 8, noNaN: true }),
  x: fc.double({ min: 200, max: 800, noNaN: true }),
  y: fc.double({ min: 200, max: 1300, noNaN: true }),
});

/** The picture pixel that is shown at a place of the pane, measured from its middle. */
const pixelAt = (spot: Spot, place: { x: number; y: number }) => ({
  x: spot.x + place.x / spot.zoom,
  y: spot.y + place.y / spot.zoom,
});

describe("fitZoom", () => {
  test("shows all of the picture with its margin, whichever side is the tight one", () => {
    expect(fitZoom({ width: 544, height: 4000 }, picture)).toBe(0.5);
    expect(fitZoom({ width: 4000, height: 800 }, picture)).toBe(0.5);
  });

  test("enlarges a small picture at most twofold, and survives a pane without size", () => {
    expect(fitZoom({ width: 4000, height: 4000 }, { width: 100, height: 100 })).toBe(2);
    expect(fitZoom({ width: 0, height: 0 }, picture)).toBe(ZOOM_LIMITS.min);
  });
});

describe("zoomAt", () => {
  test("what is under the cursor stays under the cursor", () => {
    fc.assert(
      fc.property(
        spots,
        fc.double({ min: 0.7, max: 1.4, noNaN: true }),
        fc.record({ x: fc.integer({ min: -10, max: 10 }), y: fc.integer({ min: -10, max: 10 }) }),
        (spot, factor, anchor) => {
          const before = pixelAt(spot, anchor);
          const after = pixelAt(zoomAt(spot, factor, anchor, picture), anchor);
          expect(after.x).toBeCloseTo(before.x, 6);
          expect(after.y).toBeCloseTo(before.y, 6);
        },
      ),
    );
  });

  test("stops at the limits without drifting", () => {
    const spot = { zoom: ZOOM_LIMITS.max, x: 500, y: 500 };
    expect(zoomAt(spot, 2, { x: 100, y: 50 }, picture)).toEqual(spot);
  });
});

describe("panBy", () => {
  test("moves the picture as far as the hand, at any zoom", () => {
    expect(panBy({ zoom: 2, x: 500, y: 500 }, { x: 100, y: -40 }, picture)).toEqual({ zoom: 2, x: 450, y: 520 });
  });

  test("never loses the picture", () => {
    fc.assert(
      fc.property(spots, fc.integer(), fc.integer(), (spot, x, y) => {
        const moved = panBy(spot, { x, y }, picture);
        expect(moved.x).toBeGreaterThanOrEqual(0);
        expect(moved.x).toBeLessThanOrEqual(picture.width);
        expect(moved.y).toBeGreaterThanOrEqual(0);
        expect(moved.y).toBeLessThanOrEqual(picture.height);
      }),
    );
  });
});

test("panes of different sizes look at the same spot at the same zoom", () => {
  const view = { zoom: 1.5, x: 300, y: 400 };
  expect(resolveView(view, { width: 100, height: 100 }, picture)).toEqual(
    resolveView(view, { width: 900, height: 500 }, picture),
  );
});

test("a double click goes from fitting to every pixel under the cursor, and back", () => {
  const fitted = resolveView(null, { width: 544, height: 800 }, picture);
  const anchor = { x: 50, y: 80 };
  const actual = toggleActualSize(null, fitted, anchor, picture);
  expect(actual?.zoom).toBeCloseTo(1, 9);
  expect(actual && pixelAt(actual, anchor)).toEqual(pixelAt(fitted, anchor));
  expect(toggleActualSize(actual, fitted, anchor, picture)).toBeNull();
});

test("scrolling up enlarges, and as far down brings it back", () => {
  expect(wheelFactor(-100, 0, false)).toBeGreaterThan(1);
  expect(wheelFactor(-100, 0, false) * wheelFactor(100, 0, false)).toBeCloseTo(1, 12);
  expect(wheelFactor(3, 1, false)).toBe(wheelFactor(48, 0, false));
});
