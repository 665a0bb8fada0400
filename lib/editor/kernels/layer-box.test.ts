import { describe, expect, test } from "vitest";
import { layerMatrix, mapPoint } from "#lib/composition/geometry.ts";
import { type LayerGeometry, readLayerBox, withLayerBox } from "./layer-box.ts";

const layer: LayerGeometry = {
  size: { width: 1000, height: 800 },
  transform: { x: 500, y: 400, scaleX: -0.5, scaleY: 0.5, rotation: 0 },
  visible: { x: 100, y: 200, width: 200, height: 400 },
};

function middleOf({ size, transform, visible }: LayerGeometry) {
  return mapPoint(layerMatrix(size, transform), {
    x: visible.x + visible.width / 2,
    y: visible.y + visible.height / 2,
  });
}

describe("withLayerBox", () => {
  test("what is typed is what is read afterwards", () => {
    for (const change of [{ left: 12 }, { top: -30 }, { width: 333 }, { height: 77 }, { rotation: 25 }]) {
      const transform = withLayerBox(layer, change, false);
      for (const [name, value] of Object.entries(change)) {
        expect(readLayerBox({ ...layer, transform })[name as "left"]).toBeCloseTo(value, 6);
      }
    }
  });

  test("a locked side follows, a free one stays", () => {
    const locked = readLayerBox({ ...layer, transform: withLayerBox(layer, { width: 200 }, true) });
    expect(locked).toMatchObject({ width: 200, height: 400 });
    const free = readLayerBox({ ...layer, transform: withLayerBox(layer, { width: 200 }, false) });
    expect(free).toMatchObject({ width: 200, height: 200 });
  });

  test("size and angle keep the middle of what is seen in place, and a flip stays a flip", () => {
    for (const change of [{ width: 333 }, { rotation: 90 }]) {
      const transform = withLayerBox(layer, change, true);
      const moved = middleOf({ ...layer, transform });
      expect(moved.x).toBeCloseTo(middleOf(layer).x, 6);
      expect(moved.y).toBeCloseTo(middleOf(layer).y, 6);
      expect(transform.scaleX).toBeLessThan(0);
    }
  });
});
