import { describe, expect, it } from "vitest";
import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { floatImage } from "../math/float-image.ts";
import type { Vec3 } from "../math/vector.ts";
import { BACKDROP_DEPTH } from "../tracer/shade-pass.ts";
import { bendPixels } from "./bend.ts";
import { castOnSet } from "./ground-shadow.ts";
import { outlineElement, paintElement } from "./paint-element.ts";
import { castShadows, placeBehind } from "./place-element.ts";
import { seenSet } from "./seen-set.ts";

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

/** Ground whose height depends on the column alone, seen from 1.2 above 0. */
function setOf(direction: Vec3, heightAt: (x: number) => number) {
  const camera = {
    widthPx: 96,
    heightPx: 96,
    focalPx: 150,
    centreXPx: 48,
    horizonPx: 20,
    height: 1.2,
    distance: 3,
    unitPx: 50,
  };
  const depth = new Float32Array(96 * 96).fill(BACKDROP_DEPTH);
  for (let i = 20 * 96 + 96; i < depth.length; i++) {
    const dx = ((i % 96) + 0.5 - 48) / 150;
    const dy = (20 - Math.floor(i / 96) - 0.5) / 150;
    const z = (heightAt(i % 96) - camera.height) / dy;
    depth[i] = Math.min(BACKDROP_DEPTH, z * Math.hypot(dx, dy, 1));
  }
  return seenSet(camera, { direction, color: [2, 2, 2] }, depth);
}

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

  it.each([
    ["from the left and behind", [-0.6, 0.6, 0.4], [78, 84], [18, 84]],
    ["from the right and behind", [0.6, 0.6, 0.4], [18, 84], [78, 84]],
  ] as const)("throws the shadow of what stands on the ground away from light %s", (_, direction, dark, bright) => {
    const picture = floatImage(96, 96, 3);
    picture.data.fill(1);
    const outline = outlineElement(square(30, 80), "stone", false);
    if (!outline) throw new Error("an outline");
    castOnSet(
      picture,
      outline,
      setOf(direction, () => 0),
      true,
    );
    const at = ([x, y]: readonly [number, number]) => picture.data[(y * 96 + x) * 3] ?? 0;
    expect(at(dark)).toBeLessThan(0.8);
    expect(at(bright)).toBeGreaterThan(0.95);
    expect(at([48, 82])).toBeLessThan(0.7);
    expect(at([48, 10])).toBe(1);
  });

  it("lets the shadow fall down a step, and on nothing where there is no ground", () => {
    const lit = (heightAt: (x: number) => number) => {
      const picture = floatImage(96, 96, 3);
      picture.data.fill(1);
      const outline = outlineElement(square(30, 70), "stone", false);
      if (!outline) throw new Error("an outline");
      castOnSet(picture, outline, setOf([-0.6, 0.6, 0.4], heightAt), true);
      return Array.from({ length: 96 }, (_, y) => picture.data[(y * 96 + 80) * 3] ?? 0);
    };
    const lowest = (column: readonly number[]) => column.findLastIndex((level) => level < 0.8);
    const flat = lowest(lit(() => 0));
    expect(flat).toBeGreaterThan(60);
    expect(lowest(lit((x) => (x > 74 ? -0.15 : 0)))).toBeGreaterThan(flat + 3);
    expect(lit((x) => (x > 74 ? -1e3 : 0)).every((level) => level > 0.99)).toBe(true);
  });

  it("lets what hangs before the product shade the ground, and what hangs behind it not", () => {
    const shaded = (near: boolean) => {
      const picture = floatImage(96, 96, 3);
      picture.data.fill(1);
      const outline = outlineElement(square(4, 50), "stone", false);
      if (!outline) throw new Error("an outline");
      const set = setOf([-0.3, 0.9, 0.1], () => 0);
      castShadows(picture, outline, { groundPx: 70, onWall: 0, lightX: -0.3, set, near });
      return picture.data.filter((level) => level < 0.9).length;
    };
    expect(shaded(true)).toBeGreaterThan(100);
    expect(shaded(false)).toBe(0);
  });

  it("sees through glass what was behind it, not what it has already moved", () => {
    // Every row brighter than the one above, so that a row seen in the place of another shows.
    const rows = floatImage(96, 96, 3);
    for (let i = 0; i < 96 * 96; i++) rows.data.fill(Math.floor(i / 96) / 96, i * 3, i * 3 + 3);
    const { layer, bend } = painted(square(10, 86), "glass");
    if (!bend) throw new Error("a bend");
    const whole = rows.data.slice();
    bendPixels(rows.data, 96, 96, layer, bend);
    for (const [x, y] of [
      [30, 30],
      [48, 20],
      [60, 70],
    ] as const) {
      const shift = bend.data[((y - layer.top) * layer.width + x - layer.left) * 2 + 1] ?? 0;
      expect(rows.data[(y * 96 + x) * 3]).toBe(whole[Math.round(y + shift) * 96 * 3]);
    }
  });
});
