import { describe, expect, it } from "vitest";
import { createPixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { toneMapOf, withoutToneMapOf } from "../finish/tone-map.ts";
import { linearToOklab } from "../math/color.ts";
import { assertFinite, type FloatImage, floatImage } from "../math/float-image.ts";
import { guideLight } from "./guide-image.ts";
import { guidePlate } from "./guide-plate.ts";
import { layGuideBehind } from "./guided-distance.ts";
import { withPaletteOf } from "./palette-transfer.ts";

const filled = (r: number, g: number, b: number): FloatImage => {
  const image = floatImage(32, 32, 3);
  for (let i = 0; i < image.data.length; i += 3)
    image.data.set(
      [r, g, b].map((v) => v * (0.7 + (i % 31) / 50)),
      i,
    );
  return image;
};
const distanceFrom = (a: FloatImage, b: FloatImage) => {
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) sum += Math.abs((a.data[i] ?? 0) - (b.data[i] ?? 0));
  return sum / a.data.length;
};

/** Squared differences of neighbours along a row: what of the guide's bars is left. */
const contrastOf = ({ data, width }: FloatImage) => {
  let sum = 0;
  for (let i = 3; i < data.length; i += 3) if ((i / 3) % width > 0) sum += ((data[i] ?? 0) - (data[i - 3] ?? 0)) ** 2;
  return sum;
};

describe("palette transfer", () => {
  it("moves the colours towards the reference, farther with more strength", () => {
    const red = filled(0.5, 0.1, 0.1);
    const blue = filled(0.1, 0.15, 0.6);
    const hueShift = (image: FloatImage) =>
      linearToOklab(image.data[0] ?? 0, image.data[1] ?? 0, image.data[2] ?? 0)[2];
    const half = withPaletteOf(red, blue, 0.5, 1);
    const whole = withPaletteOf(red, blue, 1, 1);
    assertFinite(whole, "transfer");
    expect(hueShift(half)).toBeLessThan(hueShift(red) - 0.03);
    expect(hueShift(whole)).toBeLessThan(hueShift(half) - 0.03);
  });

  it("leaves the picture as it is at strength 0", () => {
    const red = filled(0.5, 0.1, 0.1);
    expect(withPaletteOf(red, filled(0, 0, 1), 0, 1)).toBe(red);
  });
});

describe("a guide", () => {
  it("fills pixels of alpha 0 from those around, whatever colour they hide", () => {
    const pixels = createPixelBuffer(16, 16);
    for (let i = 0; i < 256; i++) pixels.data.set(i % 16 < 8 ? [0, 255, 0, 255] : [255, 0, 0, 0], i * 4);
    const light = guideLight(pixels);
    for (let i = 0; i < 256; i++) {
      expect(light.data[i * 3]).toBeLessThan(0.01);
      expect(light.data[i * 3 + 1]).toBeGreaterThan(0.95);
    }
  });

  it("is filled without a seam: no step along a hole's edge is larger than those of the picture itself", () => {
    const pixels = createPixelBuffer(64, 64);
    const inHole = (x: number, y: number) => Math.hypot(x - 30, y - 34) < 18;
    for (let y = 0; y < 64; y++)
      for (let x = 0; x < 64; x++)
        pixels.data.set(
          [60 + x * 2, 90 + 40 * Math.sin(x * 0.7 + y * 0.4), 200 - y * 2, inHole(x, y) ? 0 : 255],
          (y * 64 + x) * 4,
        );
    const { data } = guideLight(pixels);
    let across = 0;
    let elsewhere = 0;
    for (let y = 0; y < 64; y++) {
      for (let x = 0; x < 63; x++) {
        const i = (y * 64 + x) * 3;
        const step = Math.max(...[0, 1, 2].map((c) => Math.abs((data[i + c] ?? 0) - (data[i + 3 + c] ?? 0))));
        if (inHole(x, y) !== inHole(x + 1, y)) across = Math.max(across, step);
        else if (!inHole(x, y)) elsewhere = Math.max(elsewhere, step);
      }
    }
    expect(across).toBeLessThan(elsewhere * 1.5);
  });

  it.each(["neutral", "filmic"] as const)("comes through the %s tone map in its own colours", (name) => {
    const light = new Float64Array(3);
    const shown = new Float64Array(3);
    for (const color of [
      [0.02, 0.02, 0.02],
      [0.5, 0.12, 0.06],
      [0.1, 0.3, 0.6],
      [0.9, 0.85, 0.7],
    ] as const) {
      withoutToneMapOf(name)(color[0], color[1], color[2], light);
      toneMapOf(name)(light[0] ?? 0, light[1] ?? 0, light[2] ?? 0, shown);
      for (const [c, value] of color.entries()) expect(shown[c]).toBeCloseTo(value, 2);
    }
  });

  it("stays itself, sharp, without noise and without a prompt's weight", () => {
    const guide = filled(0.5, 0.3, 0.1);
    expect(guidePlate(guide, 0, 0, 3)).toEqual(guide);
  });

  it("stands less like itself behind the product the more noise is added", () => {
    const guide = floatImage(128, 128, 3);
    for (let i = 0; i < guide.data.length; i++) guide.data[i] = Math.floor(i / 3 / 32) % 2 ? 0.6 : 0.1;
    const detail = [20, 300, 500, 700, 800, 900, 950, 999].map((noise) => contrastOf(guidePlate(guide, noise, 0.2, 1)));
    for (const [i, contrast] of detail.entries()) if (i > 0) expect(contrast).toBeLessThan(detail[i - 1] ?? 0);
    const [light, heavy] = [0.1, 0.9].map((defocus) => distanceFrom(guidePlate(guide, 100, defocus, 1), guide));
    expect(heavy).toBeGreaterThan(light ?? 1);
  });
});

/** Ground up to a horizon in the middle, a post of 4 x 20 px that stands on it, a wall behind; the guide is white. */
function laid(border: number) {
  const camera = {
    widthPx: 40,
    heightPx: 80,
    focalPx: 80,
    centreXPx: 20,
    horizonPx: 40,
    height: 0.5,
    distance: 1.25,
    unitPx: 64,
  };
  const picture = floatImage(40, 80, 3);
  const depth = new Float32Array(40 * 80).fill(30);
  for (let y = 0; y < 80; y++)
    for (let x = 0; x < 40; x++) {
      const ground = y > 43 ? 40 / (y - 40) : 30;
      depth[y * 40 + x] = Math.abs(x - 10) < 2 && y > 35 && y < 56 ? 2.6 : ground;
    }
  const plate = floatImage(8, 8, 3, new Float32Array(8 * 8 * 3).fill(1));
  const plan = { colors: plate, plate, strength: 1, border, share: 1, paletteShare: 0 };
  layGuideBehind(picture, depth, camera, plan, 1);
  return (x: number, y: number) => picture.data[(y * 40 + x) * 3] ?? -1;
}

describe("a guide behind the product", () => {
  it("has all of the distance at weight 0 and nothing of what the product stands on", () => {
    const share = laid(0);
    expect(share(30, 2)).toBeCloseTo(1, 2);
    expect(share(30, 30)).toBeGreaterThan(0.7);
    for (const y of [72, 76, 79]) expect(share(30, y)).toBe(0);
  });

  it("gives way from near and low to far and high, and is gone at weight 1", () => {
    const half = laid(0.5);
    expect(half(30, 46)).toBeLessThan(0.05);
    expect(half(30, 3)).toBeGreaterThan(0.95);
    for (let y = 0; y < 80; y++) expect(laid(1)(30, y)).toBe(0);
  });

  it("never shows through a part of something that stands in the distance", () => {
    for (const border of [0, 0.1, 0.2, 0.3, 0.4, 0.5]) {
      const share = laid(border);
      expect(share(10, 38)).toBeCloseTo(share(10, 50), 1);
    }
  });
});
