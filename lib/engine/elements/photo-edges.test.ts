import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { edgeLayer } from "./edge-layer.ts";
import { isPhotograph } from "./photo-edges.ts";

/** A red ball with a highlight on a grey ground that brightens downwards; opaque. */
function photograph(): PixelBuffer {
  const canvas = createCanvas(160, 160);
  const context = canvas.getContext("2d");
  const ground = context.createLinearGradient(0, 0, 0, 160);
  ground.addColorStop(0, "#8a8d92");
  ground.addColorStop(1, "#b4b6ba");
  context.fillStyle = ground;
  context.fillRect(0, 0, 160, 160);
  context.fillStyle = "#b8322a";
  context.beginPath();
  context.arc(80, 90, 40, 0, 7);
  context.fill();
  return createPixelBuffer(160, 160, new Uint8Array(context.getImageData(0, 0, 160, 160).data));
}

describe("a photograph as an element", () => {
  it("becomes what its outlines enclose, not a tile", () => {
    const layer = edgeLayer(photograph(), 512);
    expect(layer).not.toBeNull();
    if (!layer) return;
    expect(layer.pictureWidth).toBeGreaterThan(80);
    expect(layer.pictureWidth).toBeLessThan(110);
    const covered = layer.pictureAlpha.reduce((sum, alpha) => sum + alpha / 255, 0);
    expect(covered / (Math.PI * 40 * 40)).toBeGreaterThan(0.9);
    expect(covered / (Math.PI * 40 * 40)).toBeLessThan(1.4);
  });

  it("is told from a map of edges, on black or on white, and from a layer with transparency", () => {
    const map = createPixelBuffer(64, 64);
    for (let i = 0; i < 64 * 64; i++) map.data.set(i % 9 === 0 ? [200, 200, 200, 255] : [0, 0, 0, 255], i * 4);
    const inverted = createPixelBuffer(64, 64);
    for (let i = 0; i < 64 * 64; i++) inverted.data.set(i % 9 === 0 ? [40, 40, 40, 255] : [255, 255, 255, 255], i * 4);
    const cutOut = photograph();
    for (let i = 0; i < 160 * 40; i++) cutOut.data[i * 4 + 3] = 0;
    expect([photograph(), map, inverted, cutOut].map(isPhotograph)).toEqual([true, false, false, false]);
  });
});
