import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { createPixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { edgeLayer } from "./edge-layer.ts";
import { findFace } from "./face.ts";

/** A head of 300 px with faint, open rings drawn on it. */
function faceOn(rings: readonly (readonly [x: number, y: number])[]) {
  const canvas = createCanvas(340, 340);
  const context = canvas.getContext("2d");
  context.fillStyle = "#000";
  context.strokeStyle = "#fff";
  context.lineWidth = 5;
  context.beginPath();
  context.ellipse(170, 170, 150, 150, 0, 0, 7);
  context.fill();
  context.stroke();
  context.strokeStyle = "#484848";
  context.lineWidth = 3.5;
  for (const [x, y] of rings) {
    context.beginPath();
    context.ellipse(x, y, 6.5, 6.5, 0, 0.4, 6);
    context.stroke();
  }
  const layer = edgeLayer(createPixelBuffer(340, 340, new Uint8Array(context.getImageData(0, 0, 340, 340).data)), 512);
  if (!layer) throw new Error("a layer");
  const face = findFace(layer);
  return face && [face.left, face.right].map(({ x, y }) => [x + layer.left, y + layer.top]);
}

describe("a face in faint lines", () => {
  it("is two rings on a level, with as much of the head on both sides", () => {
    const eyes = faceOn([
      [130, 140],
      [210, 142],
    ]);
    expect(eyes).not.toBeNull();
    for (const [i, [x, y]] of [
      [130, 140],
      [210, 142],
    ].entries()) {
      expect(Math.abs((eyes?.[i]?.[0] ?? 0) - (x ?? 0))).toBeLessThanOrEqual(3);
      expect(Math.abs((eyes?.[i]?.[1] ?? 0) - (y ?? 0))).toBeLessThanOrEqual(3);
    }
  });

  it.each([
    ["a plain head", []],
    ["one ring", [[130, 140]]],
    [
      "a pair on one side",
      [
        [60, 140],
        [120, 140],
      ],
    ],
    [
      "a pair far below",
      [
        [130, 270],
        [210, 270],
      ],
    ],
    [
      "a slanting pair",
      [
        [130, 100],
        [210, 160],
      ],
    ],
  ] as [string, [number, number][]][])("is not seen in %s", (_, rings) => {
    expect(faceOn(rings)).toBeNull();
  });
});
