import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { edgeLayer } from "./edge-layer.ts";

/** A ring of radius 60 with a gap, on an opaque black map of 200 px that lies on an artboard of 260. */
function ringWithGap(gapRadians: number): PixelBuffer {
  const canvas = createCanvas(260, 260);
  const context = canvas.getContext("2d");
  context.fillStyle = "#000";
  context.fillRect(30, 30, 200, 200);
  context.strokeStyle = "#fff";
  context.lineWidth = 4;
  context.beginPath();
  context.arc(130, 130, 60, gapRadians, 2 * Math.PI);
  context.stroke();
  return createPixelBuffer(260, 260, new Uint8Array(context.getImageData(0, 0, 260, 260).data));
}

describe("a map without transparency", () => {
  it.each([0, 0.06, 0.2])("becomes what its line encloses, a gap of %f radians closed, and no tile", (gap) => {
    const layer = edgeLayer(ringWithGap(gap), 512);
    const covered = layer?.pictureAlpha.reduce((sum, alpha) => sum + alpha, 0) ?? 0;
    expect(covered / (Math.PI * 62 * 62)).toBeGreaterThan(0.9);
    expect(covered / (Math.PI * 62 * 62)).toBeLessThan(1.15);
  });

  it("stays a box where its border is drawn", () => {
    const pixels = ringWithGap(0);
    for (let y = 30; y < 230; y++)
      for (let x = 30; x < 230; x++)
        if (Math.min(x - 30, 229 - x, y - 30, 229 - y) < 5) pixels.data.set([255, 255, 255, 255], (y * 260 + x) * 4);
    const layer = edgeLayer(pixels, 512);
    expect(layer?.pictureAlpha.reduce((sum, alpha) => sum + alpha, 0)).toBe(200 * 200);
  });
});
