import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Camera, fitBox, nextZoomStop, panBy, toArtboard, toScreen, ZOOM_RANGE, zoomAbout } from "./camera.ts";

const coordinate = fc.double({ min: -5000, max: 5000, noNaN: true });
const zoom = fc.double({ min: ZOOM_RANGE.min, max: ZOOM_RANGE.max, noNaN: true });
const camera: fc.Arbitrary<Camera> = fc.record({ zoom, x: coordinate, y: coordinate });
const point = fc.record({ x: coordinate, y: coordinate });

describe("camera", () => {
  test("zooming keeps the point under the cursor in place", () => {
    fc.assert(
      fc.property(camera, point, zoom, (before, cursor, target) => {
        const under = toArtboard(before, cursor);
        const after = toScreen(zoomAbout(before, cursor, target), under);
        expect(after.x).toBeCloseTo(cursor.x, 3);
        expect(after.y).toBeCloseTo(cursor.y, 3);
      }),
    );
  });

  test("zooming never leaves the range", () => {
    expect(zoomAbout({ zoom: 1, x: 0, y: 0 }, { x: 0, y: 0 }, 1e6).zoom).toBe(ZOOM_RANGE.max);
    expect(zoomAbout({ zoom: 1, x: 0, y: 0 }, { x: 0, y: 0 }, 0).zoom).toBe(ZOOM_RANGE.min);
  });

  test("panning moves by screen pixels at every zoom", () => {
    fc.assert(
      fc.property(camera, point, (before, delta) => {
        const shown = toScreen(panBy(before, delta), { x: 0, y: 0 });
        expect(shown.x - before.x).toBeCloseTo(delta.x, 6);
        expect(shown.y - before.y).toBeCloseTo(delta.y, 6);
      }),
    );
  });

  test("fitting shows the whole box inside the margin, centred to the pixel", () => {
    const viewport = { width: 900, height: 700 };
    const fitted = fitBox({ box: { x: 0, y: 0, width: 1024, height: 1536 }, viewport, margin: 40, maxZoom: 4 });
    const topLeft = toScreen(fitted, { x: 0, y: 0 });
    const bottomRight = toScreen(fitted, { x: 1024, y: 1536 });
    expect(topLeft.y).toBeGreaterThanOrEqual(39);
    expect(bottomRight.y).toBeLessThanOrEqual(661);
    expect(Math.abs(topLeft.x - (viewport.width - bottomRight.x))).toBeLessThanOrEqual(1);
  });

  test("zoom keys walk through the stops in both directions, also from between them", () => {
    expect(nextZoomStop(0.62, 1)).toBe(0.75);
    expect(nextZoomStop(0.62, -1)).toBe(0.5);
    expect(nextZoomStop(0.7501, 1)).toBe(1);
    expect(nextZoomStop(ZOOM_RANGE.max, 1)).toBe(ZOOM_RANGE.max);
  });
});
