import { describe, expect, it } from "vitest";
import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { floatImage } from "../math/float-image.ts";
import { paintElement } from "./paint-element.ts";
import { placeBehind } from "./place-element.ts";

const LIGHT = { direction: [0.5, -0.6, 0.6], color: [1, 1, 1], ambient: [0.4, 0.4, 0.4], rim: [0, 0, 0] } as const;
const OPTIONS = { light: LIGHT, sceneHue: 20, seed: 7, fine: false };

/** An opaque black square of a layer with transparency around it. */
function square(from: number, to: number): PixelBuffer {
  const pixels = createPixelBuffer(96, 96);
  for (let y = from; y < to; y++)
    for (let x = from; x < to; x++) {
      const corner = x + y < 2 * from + 12 || x + y > 2 * to - 14;
      if (!corner) pixels.data.set([0, 0, 0, 255], (y * 96 + x) * 4);
    }
  return pixels;
}

const painted = (pixels: PixelBuffer, prompt: string) => {
  const element = paintElement(pixels, prompt, OPTIONS);
  if (!element) throw new Error("an element");
  return element;
};

describe("placing elements", () => {
  it("covers what was placed before: the last of a list lies on top", () => {
    const red = painted(square(16, 70), "red plastic");
    const blue = painted(square(30, 84), "blue plastic");
    const topmost = (order: readonly (typeof red)[]) => {
      const picture = floatImage(96, 96, 3);
      for (const element of order) placeBehind(picture, element, 1, 0);
      const o = (50 * 96 + 50) * 3;
      return (picture.data[o] ?? 0) > (picture.data[o + 2] ?? 0) ? "red" : "blue";
    };
    expect([topmost([red, blue]), topmost([blue, red])]).toEqual(["blue", "red"]);
  });

  it("shows what lies behind glass, moved towards its rim, and leaves all else untouched", () => {
    const stripes = floatImage(96, 96, 3);
    for (let i = 0; i < 96 * 96; i++) stripes.data.fill((i % 96) % 12 < 6 ? 1 : 0.1, i * 3, i * 3 + 3);
    const before = stripes.data.slice();
    placeBehind(stripes, painted(square(16, 80), "glass"), 1, 0);
    const row = (data: Float32Array) => Array.from({ length: 40 }, (_, x) => data[(48 * 96 + x + 28) * 3] ?? 0);
    const seen = row(stripes.data);
    expect(Math.max(...seen) - Math.min(...seen)).toBeGreaterThan(0.4);
    expect(stripes.data.slice(0, 96 * 3 * 4)).toEqual(before.slice(0, 96 * 3 * 4));
  });
});
