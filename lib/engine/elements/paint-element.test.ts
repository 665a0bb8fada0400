import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { luminance } from "../math/color.ts";
import { paintElement } from "./paint-element.ts";

const LIGHT = {
  direction: [0.5, -0.6, 0.6],
  color: [1, 1, 1],
  ambient: [0.4, 0.4, 0.4],
  rim: [0.3, 0.3, 0.3],
} as const;
const OPTIONS = { light: LIGHT, sceneHue: 20, seed: 7, fine: false };

type Ellipse = readonly [x: number, y: number, radiusX: number, radiusY: number];

/** White outlines on black ellipses, on an artboard of 160 px. */
function drawn(...ellipses: readonly Ellipse[]): PixelBuffer {
  const canvas = createCanvas(160, 160);
  const context = canvas.getContext("2d");
  context.fillStyle = "#000";
  context.strokeStyle = "#fff";
  context.lineWidth = 4;
  for (const [x, y, radiusX, radiusY] of ellipses) {
    context.beginPath();
    context.ellipse(x, y, radiusX, radiusY, 0, 0, 7);
    context.fill();
    context.stroke();
  }
  return createPixelBuffer(160, 160, new Uint8Array(context.getImageData(0, 0, 160, 160).data));
}

const HEAD: Ellipse = [80, 80, 62, 60];
const FACE: Ellipse[] = [HEAD, [58, 70, 8, 8], [102, 70, 8, 8], [80, 98, 8, 8]];

function shadeAt(pixels: PixelBuffer, prompt: string, x: number, y: number): number {
  const element = paintElement(pixels, prompt, OPTIONS);
  if (!element) throw new Error("an element");
  const { layer, color } = element;
  const o = ((y - layer.top) * layer.width + x - layer.left) * 3;
  return luminance(color.data[o] ?? 0, color.data[o + 1] ?? 0, color.data[o + 2] ?? 0);
}

describe("painting an element", () => {
  it("is null for an empty layer", () => {
    expect(paintElement(createPixelBuffer(30, 30), "leaf", OPTIONS)).toBeNull();
  });

  it("gives an animal dark eyes where two round parts lie side by side, and none to a form without them", () => {
    const face = drawn(...FACE);
    const plain = drawn(HEAD);
    expect(shadeAt(face, "小狗", 56, 74)).toBeLessThan(0.25 * shadeAt(plain, "小狗", 56, 74));
    expect(shadeAt(face, "小狗", 80, 50)).toBeGreaterThan(0.1);
  });

  it("lights the side that faces the light", () => {
    const ball = drawn(HEAD);
    expect(shadeAt(ball, "white plaster", 115, 45)).toBeGreaterThan(1.3 * shadeAt(ball, "white plaster", 45, 115));
  });

  it.each(["桃花", "树叶", "小狗", "podium", "stone", "gold ball", "glass", "chair", "lemon", "wombat"])(
    "is finite for a %s of any form, one pixel included",
    (prompt) => {
      expect(paintElement(drawn(...FACE), prompt, OPTIONS)).not.toBeNull();
      const dot = createPixelBuffer(5, 5);
      dot.data.set([255, 255, 255, 255], (2 * 5 + 2) * 4);
      expect(paintElement(dot, prompt, OPTIONS)).not.toBeNull();
    },
  );
});
