import sharp from "sharp";
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

async function drawn(body: string, side = 160): Promise<PixelBuffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 160 160">
    <g fill="#000" stroke="#fff" stroke-width="4">${body}</g></svg>`;
  const { data } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return createPixelBuffer(side, side, new Uint8Array(data));
}

const HEAD = '<ellipse cx="80" cy="80" rx="62" ry="60"/>';
const FACE = `${HEAD}<circle cx="58" cy="70" r="8"/><circle cx="102" cy="70" r="8"/><circle cx="80" cy="98" r="8"/>`;

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

  it("gives an animal dark eyes where two round parts lie side by side, and none to a form without them", async () => {
    const face = await drawn(FACE);
    const plain = await drawn(HEAD);
    expect(shadeAt(face, "小狗", 56, 74)).toBeLessThan(0.25 * shadeAt(plain, "小狗", 56, 74));
    expect(shadeAt(face, "小狗", 80, 50)).toBeGreaterThan(0.1);
  });

  it("lights the side that faces the light", async () => {
    const ball = await drawn(HEAD);
    expect(shadeAt(ball, "white plaster", 115, 45)).toBeGreaterThan(1.3 * shadeAt(ball, "white plaster", 45, 115));
  });

  it.each(["桃花", "树叶", "小狗", "podium", "stone", "gold ball", "glass", "chair", "lemon", "wombat"])(
    "is finite for a %s of any form, one pixel included",
    async (prompt) => {
      expect(paintElement(await drawn(FACE), prompt, OPTIONS)).not.toBeNull();
      const dot = createPixelBuffer(5, 5);
      dot.data.set([255, 255, 255, 255], (2 * 5 + 2) * 4);
      expect(paintElement(dot, prompt, OPTIONS)).not.toBeNull();
    },
  );
});
