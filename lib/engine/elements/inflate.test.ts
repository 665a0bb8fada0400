import { expect, it } from "vitest";
import { createPixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { edgeLayer } from "./edge-layer.ts";
import { inflated } from "./inflate.ts";

it("gives a long strip a round cross-section: half as high as it is wide", () => {
  const pixels = createPixelBuffer(220, 60);
  for (let y = 10; y < 50; y++) for (let x = 10; x < 210; x++) pixels.data.set([0, 0, 0, 255], (y * 220 + x) * 4);
  const layer = edgeLayer(pixels, 512);
  if (!layer) throw new Error("a layer");
  const { data, width } = inflated(layer, { parts: 1, whole: 0 });
  const at = (x: number, y: number) => data[(y - layer.top) * width + x - layer.left] ?? 0;
  expect(at(110, 30)).toBeGreaterThan(18.5);
  expect(at(110, 30)).toBeLessThan(21.5);
  expect(at(110, 15)).toBeGreaterThan(10);
  expect(at(110, 15)).toBeLessThan(15);
});
