import { describe, expect, test } from "vitest";
import { invertColours } from "#lib/pixels/invert-colours.ts";
import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { edgeScene } from "#tests/fixtures/edge-scenes.ts";
import { measureEdges } from "./edge-likeness.ts";
import { extractSoftEdges } from "./extract-soft-edges.ts";

type Paint = (x: number, y: number) => [number, number, number, number];

function painted(side: number, paint: Paint): PixelBuffer {
  const pixels = createPixelBuffer(side, side);
  for (let y = 0; y < side; y += 1) for (let x = 0; x < side; x += 1) pixels.data.set(paint(x, y), (y * side + x) * 4);
  return pixels;
}

const white = [255, 255, 255, 255] as [number, number, number, number];
const black = [0, 0, 0, 255] as [number, number, number, number];
const grid: Paint = (x, y) => (x % 32 < 3 || y % 32 < 3 ? white : black);

describe("measureEdges", () => {
  test("knows thin white lines on black, at any size of the file", () => {
    for (const pixels of [
      painted(200, grid),
      painted(900, (x, y) => grid(Math.floor(x / 4), Math.floor(y / 4))),
      painted(200, (x, y) => (x > 60 ? grid(x, y) : [200, 40, 90, 0])),
    ]) {
      const { edgeLikeness, invertedEdgeLikeness } = measureEdges(pixels);
      expect(edgeLikeness).toBeGreaterThan(0.9);
      expect(invertedEdgeLikeness).toBeLessThan(edgeLikeness);
    }
  });

  test("knows their negative", () => {
    const { edgeLikeness, invertedEdgeLikeness } = measureEdges(invertColours(painted(200, grid)));
    expect(invertedEdgeLikeness).toBeGreaterThan(0.9);
    expect(edgeLikeness).toBeLessThan(invertedEdgeLikeness);
  });

  test("takes lines on transparency for lines, white ones as they are and black ones inverted", () => {
    const ink = (level: number) => painted(200, (x, y) => [level, level, level, x % 32 < 3 || y % 32 < 3 ? 255 : 0]);
    expect(measureEdges(ink(255))).toEqual({ edgeLikeness: 1, invertedEdgeLikeness: 0 });
    expect(measureEdges(ink(0))).toEqual({ edgeLikeness: 0, invertedEdgeLikeness: 1 });
  });

  test.each<[string, Paint]>([
    ["nothing visible", () => [255, 255, 255, 0]],
    ["plain black", () => black],
    ["red lines on black", (x, y) => (x % 32 < 3 || y % 32 < 3 ? [255, 0, 0, 255] : black)],
    ["red lines on transparency", (x, y) => [230, 40, 40, x % 32 < 3 || y % 32 < 3 ? 255 : 0]],
    ["a black bottle with a broad white label", (x) => (x > 70 && x < 130 ? white : black)],
    ["a flat white sign on transparency", (x, y) => [255, 255, 255, Math.hypot(x - 100, y - 100) < 60 ? 255 : 0]],
    ["a soft gray photo", (x, y) => [x, x, x, y > 20 ? 255 : 0]],
  ])("is 0 both ways for %s", (_name, paint) => {
    expect(measureEdges(painted(200, paint))).toEqual({ edgeLikeness: 0, invertedEdgeLikeness: 0 });
  });

  test("tells drawn scenes, in colour and in gray, from the edges made of them, and these from their negatives", () => {
    const kindOf = (pixels: PixelBuffer) => {
      const { edgeLikeness, invertedEdgeLikeness } = measureEdges(pixels);
      if (Math.max(edgeLikeness, invertedEdgeLikeness) < 0.5) return "picture";
      return edgeLikeness >= invertedEdgeLikeness ? "edge" : "inverted";
    };
    for (const seed of [1, 2, 3, 4]) {
      const { picture } = edgeScene(seed);
      const edge = extractSoftEdges(picture, { detail: 0.5 });
      const kinds = [picture, gray(picture), invertColours(gray(picture)), edge, invertColours(edge)].map(kindOf);
      expect(kinds).toEqual(["picture", "picture", "picture", "edge", "inverted"]);
    }
  });
});

function gray({ width, height, data }: PixelBuffer): PixelBuffer {
  const channel = (index: number) => (index % 4 === 3 ? index : index - (index % 4) + 1);
  return createPixelBuffer(
    width,
    height,
    data.map((_, index) => data[channel(index)] as number),
  );
}
