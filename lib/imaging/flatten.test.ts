import { describe, expect, test } from "vitest";
import type { Matrix } from "#lib/pixels/matrix.ts";
import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { cutOutPng, productPng } from "#tests/fixtures/images.ts";
import { decodeImage, encodePng } from "./codec.ts";
import { drawPixels, flattenLayer } from "./flatten.ts";

const artboard = { width: 200, height: 160 };

/** Sum of alpha in pixels, and its centre. */
function massOf({ width, data }: PixelBuffer): { mass: number; x: number; y: number } {
  let mass = 0;
  let x = 0;
  let y = 0;
  for (let index = 3; index < data.length; index += 4) {
    const alpha = (data[index] ?? 0) / 255;
    const pixel = (index - 3) / 4;
    mass += alpha;
    x += alpha * ((pixel % width) + 0.5);
    y += alpha * (Math.floor(pixel / width) + 0.5);
  }
  return { mass, x: x / mass, y: y / mass };
}

describe("flattenLayer", () => {
  test("gives back the very pixels of a picture that already is the artboard", async () => {
    const picture = createPixelBuffer(artboard.width, artboard.height);
    for (const index of picture.data.keys()) picture.data[index] = (index * 37 + (index >> 5)) & 255;
    const flat = await flattenLayer(await encodePng(picture), [1, 0, 0, 1, 0, 0], artboard);
    expect(await decodeImage(flat)).toEqual(picture);
  });

  test("gives a picture of the artboard's size, whatever the matrix", async () => {
    const leaf = await cutOutPng("leaf");
    for (const matrix of [
      [1, 0, 0, 1, 5000, 0],
      [0.1, 0.2, -0.2, 0.1, 90, 30],
      [0, 0, 0, 0, 10, 10],
      [9, 0, 0, 9, -500, -500],
    ] satisfies Matrix[]) {
      expect(await decodeImage(await flattenLayer(leaf, matrix, artboard))).toMatchObject(artboard);
    }
  });

  test.each<[string, Matrix]>([
    ["a half pixel", [1, 0, 0, 1, 20.5, -0.25]],
    ["a turn", [0.8, 0.4, -0.4, 0.8, 60, 10]],
    ["a mirror and enlargement", [-1.3, 0, 0, 1.3, 170, 10]],
    ["a strong reduction", [0.2, 0, 0, 0.15, 50, 60]],
  ])("keeps place and amount through %s, to a twentieth of a pixel", async (_name, matrix) => {
    const [a, b, c, d, e, f] = matrix;
    const picture = await decodeImage(await cutOutPng("flower", { width: 110, height: 110 }));
    const before = massOf(picture);
    const after = massOf(drawPixels(picture, matrix, artboard));
    expect(Math.abs(after.x - (a * before.x + c * before.y + e))).toBeLessThan(0.05);
    expect(Math.abs(after.y - (b * before.x + d * before.y + f))).toBeLessThan(0.05);
    expect(after.mass / (before.mass * Math.abs(a * d - b * c))).toBeCloseTo(1, 1.7);
  });

  test("does not lose fine lines when a large picture becomes small", () => {
    const lines = createPixelBuffer(1200, 1200);
    for (let index = 0; index < lines.data.length; index += 4) {
      if ((index / 4) % 16 === 3) lines.data.set([255, 255, 255, 255], index);
    }
    const { data } = drawPixels(lines, [0.1, 0, 0, 0.1, 0, 0], { width: 120, height: 120 });
    const alphas = data.filter((_, index) => index % 4 === 3);
    // Lines 1.6 px apart melt into an even gray; where some are skipped, others come out bright.
    expect(Math.max(...alphas)).toBeLessThan(40);
    expect(alphas.reduce((sum, alpha) => sum + alpha, 0) / alphas.length / 255).toBeCloseTo(1 / 16, 2);
  });

  test("keeps the colour of soft edges", async () => {
    const product = await decodeImage(await productPng());
    const turned = drawPixels(product, [0.9, 0.2, -0.2, 0.9, 40, -20], { width: 260, height: 260 });
    for (let index = 0; index < turned.data.length; index += 4) {
      const [red = 0, green = 0, blue = 0, alpha = 0] = turned.data.subarray(index, index + 4);
      // No part of the bottle is near black: a dark fringe would come from transparent black mixed in.
      if (alpha > 40) expect(Math.max(red, green, blue)).toBeGreaterThan(35);
    }
  });
});
