import { describe, expect, test } from "vitest";

import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { resizePixels } from "#lib/pixels/resample.ts";
import { edgeScene } from "#tests/fixtures/edge-scenes.ts";
import { colourPlanes } from "./colour-planes.ts";
import { measureEdges } from "./edge-likeness.ts";
import { extractSoftEdges } from "./extract-soft-edges.ts";
import { structureTensor, tensorMagnitude } from "./structure-tensor.ts";

const light = ({ data }: PixelBuffer) =>
  Float32Array.from({ length: data.length / 4 }, (_, pixel) => (data[pixel * 4] ?? 0) / 255);
const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Correlation, -1 to 1, over the pixels in which the picture is visible. */
function likeness(left: Float32Array, right: Float32Array, { data }: PixelBuffer): number {
  const inside = (_: number, pixel: number) => (data[pixel * 4 + 3] ?? 0) > 50;
  const [a, b] = [left.filter(inside), right.filter(inside)];
  const [meanA, meanB] = [mean(a), mean(b)];
  let both = 0;
  let squareA = 0;
  let squareB = 0;
  for (const [index, value] of a.entries()) {
    const other = (b[index] ?? 0) - meanB;
    both += (value - meanA) * other;
    squareA += (value - meanA) ** 2;
    squareB += other ** 2;
  }
  return both / Math.sqrt(squareA * squareB);
}

/** A disc of one colour on nothing. */
function disc(side: number, colour: [number, number, number]): PixelBuffer {
  const pixels = createPixelBuffer(side, side);
  for (let pixel = 0; pixel < side * side; pixel += 1) {
    const distance = Math.hypot((pixel % side) + 0.5 - side / 2, Math.floor(pixel / side) + 0.5 - side / 2);
    const alpha = Math.min(1, Math.max(0, 0.35 * side - distance + 0.5));
    pixels.data.set([...colour, Math.round(255 * alpha)], pixel * 4);
  }
  return pixels;
}

/** Light along the inner side of the disc's outline, its darkest place, and in its middle. */
function discLight(side: number, edges: PixelBuffer) {
  const at = (angle: number, radius: number) => {
    const x = Math.floor(side / 2 + radius * Math.cos(angle));
    const y = Math.floor(side / 2 + radius * Math.sin(angle));
    return edges.data[(y * side + x) * 4] ?? 0;
  };
  const outline = Array.from({ length: 180 }, (_, step) => at((step * Math.PI) / 90, 0.35 * side - side / 400));
  return { faintest: Math.min(...outline), middle: at(0, 0), halfway: at(1, 0.2 * side) };
}

describe("extractSoftEdges", () => {
  const { picture } = edgeScene(42);
  const edges = extractSoftEdges(picture);

  test("gives gray light with the alpha of the cut-out, black where that is 50 or less", () => {
    const wrong: number[] = [];
    for (let index = 0; index < edges.data.length; index += 4) {
      const [red, green, blue, alpha = 0] = edges.data.subarray(index, index + 4);
      if (red !== green || green !== blue || alpha !== picture.data[index + 3]) wrong.push(index);
      else if (alpha <= 50 && red !== 0) wrong.push(index);
    }
    expect(wrong).toEqual([]);
  });

  test("gives what counts as an edge picture, of a picture that does not", () => {
    expect(measureEdges(picture).edgeLikeness).toBeLessThan(0.1);
    expect(measureEdges(edges).edgeLikeness).toBeGreaterThan(0.8);
  });

  test.each<[string, [number, number, number]]>([
    ["a yellow", [240, 210, 40]],
    ["a black", [0, 0, 0]],
  ])("draws the whole outline of %s disc and nothing inside", (_name, colour) => {
    const found = discLight(400, extractSoftEdges(disc(400, colour)));
    expect(found.faintest).toBeGreaterThan(70);
    expect(found.middle).toBeLessThan(6);
    expect(found.halfway).toBeLessThan(6);
  });

  test("draws more with more detail", () => {
    const [least, most] = [0, 1].map((detail) => mean(light(extractSoftEdges(picture, { detail }))));
    const balanced = mean(light(edges));
    expect(least).toBeLessThan(balanced);
    expect(most).toBeGreaterThan(balanced);
  });

  test("draws the same lines whatever the size of the file", () => {
    const small = resizePixels(picture, 384, 384);
    const back = resizePixels(extractSoftEdges(small), 512, 512);
    expect(likeness(light(back), light(edges), picture)).toBeGreaterThan(0.85);
  });

  test("does not care which side is left", () => {
    const mirrored = mirror(extractSoftEdges(mirror(picture)));
    expect(likeness(light(mirrored), light(edges), picture)).toBeGreaterThan(0.99);
  });

  test("finds the outlines of drawn scenes, and those rather than their texture, where plain gradients do not", () => {
    // Seeds that no constant was chosen on.
    const scores = [201, 202, 203, 204].map((seed) => {
      const scene = edgeScene(seed);
      const { width, height, luma, redGreen, blueYellow } = colourPlanes(scene.picture, 512, 512);
      const channels = [luma, redGreen, blueYellow].map((values) => ({ values, weight: 1 }));
      const gradient = tensorMagnitude(structureTensor(channels, width, height, 1.5));
      return {
        ours: likeness(light(extractSoftEdges(scene.picture)), scene.truth, scene.picture),
        plain: likeness(gradient, scene.truth, scene.picture),
      };
    });
    const average = (key: "ours" | "plain") => scores.reduce((sum, score) => sum + score[key], 0) / scores.length;
    expect(average("ours")).toBeGreaterThan(0.89);
    expect(average("ours") - average("plain")).toBeGreaterThan(0.07);
  });
});

function mirror({ width, height, data }: PixelBuffer): PixelBuffer {
  const mirrored = createPixelBuffer(width, height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const x = pixel % width;
    const source = 4 * (pixel - x + (width - 1 - x));
    mirrored.data.set(data.subarray(source, source + 4), pixel * 4);
  }
  return mirrored;
}
