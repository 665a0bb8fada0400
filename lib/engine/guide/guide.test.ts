import { describe, expect, it } from "vitest";
import { createPixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { linearToOklab } from "../math/color.ts";
import { assertFinite, type FloatImage, floatImage } from "../math/float-image.ts";
import { guideLight, lostWavelengthPx } from "./guide-image.ts";
import { guidePlate } from "./guide-plate.ts";
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
    const half = withPaletteOf(red, blue, 0.5);
    const whole = withPaletteOf(red, blue, 1);
    assertFinite(whole, "transfer");
    expect(hueShift(half)).toBeLessThan(hueShift(red) - 0.03);
    expect(hueShift(whole)).toBeLessThan(hueShift(half) - 0.03);
  });

  it("leaves the picture as it is at strength 0", () => {
    const red = filled(0.5, 0.1, 0.1);
    expect(withPaletteOf(red, filled(0, 0, 1), 0)).toBe(red);
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

  it("loses coarser structure with every step of noise", () => {
    const lost = [0, 100, 300, 500, 700, 850].map((level) => lostWavelengthPx(level, 512));
    expect([...lost].sort((a, b) => a - b)).toEqual(lost);
    expect(lost[2]).toBeCloseTo(6.7, 0);
    const last = [900, 950, 975, 999].map((level) => lostWavelengthPx(level, 512));
    expect(new Set(last).size).toBe(4);
    expect(last[3]).toBeLessThan(512 / 4);
  });

  it("stands less like itself behind the product the more noise is added", () => {
    const guide = floatImage(128, 128, 3);
    for (let i = 0; i < guide.data.length; i++) guide.data[i] = Math.floor(i / 3 / 32) % 2 ? 0.6 : 0.1;
    const detail = [20, 300, 500, 700, 800, 900, 950, 999].map((noise) => contrastOf(guidePlate(guide, noise, 0.2, 1)));
    for (const [i, contrast] of detail.entries()) if (i > 0) expect(contrast).toBeLessThan(detail[i - 1] ?? 0);
    const [light, heavy] = [0.1, 0.5].map((weight) => distanceFrom(guidePlate(guide, 100, weight, 1), guide));
    expect(heavy).toBeGreaterThan(light ?? 1);
  });
});
