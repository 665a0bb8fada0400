import { describe, expect, test } from "vitest";
import { cleanHalo } from "./clean-halo.ts";
import { measureHalo } from "./measure-halo.ts";
import { createPixelBuffer, type PixelBuffer } from "./pixel-buffer.ts";

type Colour = [number, number, number];

const SIDE = 160;

/** A disc of stripes with an antialiased outline, its colours clean: alpha and colour say different things. */
function cutOut(alphaInside = 1, softnessPx = 1): PixelBuffer {
  const pixels = createPixelBuffer(SIDE, SIDE);
  for (let y = 0; y < SIDE; y += 1) {
    for (let x = 0; x < SIDE; x += 1) {
      const reach = 60 - Math.hypot(x - 80, y - 80);
      const alpha = alphaInside * Math.min(1, Math.max(0, reach / softnessPx + 0.5));
      const colour: Colour = Math.floor(x / 20) % 2 === 0 ? [170, 90, 40] : [60, 110, 150];
      pixels.data.set([...colour, Math.round(255 * alpha)], 4 * (y * SIDE + x));
    }
  }
  return pixels;
}

/** As a cut-out looks whose soft pixels were taken from the photo as they were: its colours mixed with what lay behind. */
function takenFrom(background: Colour, { width, height, data }: PixelBuffer): PixelBuffer {
  const mixed = data.map((value, index) => {
    const alpha = (data[index | 3] as number) / 255;
    return index % 4 === 3 ? value : Math.round(alpha * value + (1 - alpha) * (background[index % 4] as number));
  });
  return createPixelBuffer(width, height, mixed);
}

describe("measureHalo", () => {
  test.each([1, 3, 6])("is 0 for a clean outline %i px soft", (softnessPx) => {
    expect(measureHalo(cutOut(1, softnessPx))).toBe(0);
  });

  test.each<[string, Colour]>([
    ["white", [255, 255, 255]],
    ["black", [0, 0, 0]],
    ["gray", [200, 200, 200]],
    ["green", [20, 200, 60]],
  ])("finds the fringe that a %s background left nearly all around", (_name, background) => {
    expect(measureHalo(takenFrom(background, cutOut(1, 3)))).toBeGreaterThan(0.8);
  });

  test("takes real translucency for what it is, also when something white shines through", () => {
    const glass = cutOut(0.45);
    expect(measureHalo(glass)).toBe(0);
    expect(measureHalo(takenFrom([255, 255, 255], glass))).toBe(0);
  });

  test("does not count glass around something solid, which the old background lies behind for good", () => {
    const glass = cutOut(0.45);
    for (let pixel = 0; pixel < SIDE * SIDE; pixel += 1) {
      const isCore = Math.hypot((pixel % SIDE) - 80, Math.floor(pixel / SIDE) - 80) < 30;
      if (isCore) glass.data[4 * pixel + 3] = 255;
    }
    expect(measureHalo(takenFrom([255, 255, 255], glass))).toBe(0);
  });

  test("does not take light from the side, which brightens one flank and darkens the other, for a background", () => {
    const lit = cutOut(1, 3);
    for (let pixel = 0; pixel < SIDE * SIDE; pixel += 1) {
      const x = (pixel % SIDE) - 80;
      const outwardPx = Math.max(0, Math.hypot(x, Math.floor(pixel / SIDE) - 80) - 54);
      for (const index of [4 * pixel, 4 * pixel + 1, 4 * pixel + 2]) {
        lit.data[index] = Math.min(255, Math.max(0, (lit.data[index] ?? 0) - 9 * Math.sign(x) * outwardPx));
      }
    }
    expect(measureHalo(lit)).toBe(0);
  });

  test("is 0 without a soft border, and without anything at all", () => {
    expect(measureHalo(createPixelBuffer(9, 9))).toBe(0);
    expect(measureHalo(createPixelBuffer(9, 9, new Uint8Array(9 * 9 * 4).fill(255)))).toBe(0);
  });
});

describe("cleanHalo", () => {
  const spoilt = takenFrom([255, 255, 255], cutOut(1, 3));

  test("leaves no fringe behind, and the alpha as it was", () => {
    const cleaned = cleanHalo(spoilt);
    expect(measureHalo(cleaned)).toBe(0);
    const alphaOf = ({ data }: PixelBuffer) => data.filter((_, index) => index % 4 === 3);
    expect(alphaOf(cleaned)).toEqual(alphaOf(spoilt));
  });

  test("comes within sight of the colours that were there before", () => {
    const truth = cutOut(1, 3);
    const differenceOf = ({ data }: PixelBuffer) => {
      const soft = [...data.keys()].filter((index) => index % 4 === 3 && ![0, 255].includes(data[index] ?? 0));
      const sum = soft.reduce(
        (total, index) => total + Math.abs((data[index - 3] ?? 0) - (truth.data[index - 3] ?? 0)),
        0,
      );
      return sum / soft.length;
    };
    expect(differenceOf(spoilt)).toBeGreaterThan(50);
    expect(differenceOf(cleanHalo(spoilt))).toBeLessThan(15);
  });

  test("changes neither what is solid nor glass far from it", () => {
    const solid = cutOut();
    const cleaned = cleanHalo(solid);
    for (let index = 0; index < solid.data.length; index += 4) {
      if (solid.data[index + 3] === 255) expect(cleaned.data[index]).toBe(solid.data[index]);
    }
    expect(cleanHalo(cutOut(0.45)).data).toEqual(cutOut(0.45).data);
  });
});
