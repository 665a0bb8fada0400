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

/** OKLab hue in degrees. */
function hueOf([r, g, b]: readonly [number, number, number]): number {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const along = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const across = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return ((Math.atan2(across, along) * 180) / Math.PI + 360) % 360;
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

  it("gives an animal in profile one eye, where the head is", () => {
    const beast: Ellipse[] = [
      [92, 96, 60, 34],
      [38, 60, 26, 24],
    ];
    const eye = [34, 54] as const;
    const seen = drawn(...beast, [...eye, 4, 4]);
    expect(shadeAt(seen, "brown horse", 33, 56)).toBeLessThan(0.4 * shadeAt(drawn(...beast), "brown horse", 33, 56));
    expect(shadeAt(drawn(...beast, [100, 100, 4, 4]), "brown horse", 100, 102)).toBeGreaterThan(0.03);
  });

  it("glazes the upper openings of a car, not of every machine", () => {
    const vehicle = drawn(HEAD, [80, 52, 24, 16]);
    const hueAt = (prompt: string) => {
      const element = paintElement(vehicle, prompt, OPTIONS);
      if (!element) throw new Error("an element");
      const o = ((52 - element.layer.top) * element.layer.width + 80 - element.layer.left) * 3;
      return hueOf([element.color.data[o] ?? 0, element.color.data[o + 1] ?? 0, element.color.data[o + 2] ?? 0]);
    };
    expect(Math.abs(hueAt("red car") - 235)).toBeLessThan(40);
    expect(hueAt("red machine")).toBeLessThan(60);
  });

  it("lets neon shine where no light falls", () => {
    const dark = { ...LIGHT, color: [0, 0, 0], ambient: [0, 0, 0], rim: [0, 0, 0] } as const;
    const brightest = (prompt: string) =>
      paintElement(drawn(HEAD), prompt, { ...OPTIONS, light: dark })?.color.data.reduce((a, b) => Math.max(a, b), 0);
    expect(brightest("blue neon text")).toBeGreaterThan(0.8);
    expect(brightest("blue plastic text")).toBe(0);
  });

  it.each([
    ["red ball", 29],
    ["yellow plastic shape", 100],
    ["绿色塑料", 148],
    ["蓝色陶瓷", 250],
    ["紫色丝绸", 305],
  ])("%s has that hue all over", (prompt, hue) => {
    const element = paintElement(drawn(HEAD), prompt, OPTIONS);
    if (!element) throw new Error("an element");
    const { color, layer } = element;
    const sum: [number, number, number] = [0, 0, 0];
    for (let i = 0; i < layer.alpha.data.length; i++) {
      if ((layer.alpha.data[i] ?? 0) < 0.9) continue;
      for (const c of [0, 1, 2] as const) sum[c] += color.data[i * 3 + c] ?? 0;
    }
    expect(Math.abs(((hueOf(sum) - hue + 540) % 360) - 180)).toBeLessThan(18);
  });

  it("lets the scene through glass and not through stone", () => {
    const centre = (prompt: string) => {
      const element = paintElement(drawn(HEAD), prompt, OPTIONS);
      return element?.opacity.data[80 * element.layer.width + 62] ?? Number.NaN;
    };
    expect(centre("glass ball")).toBeLessThan(0.4);
    expect(centre("stone")).toBe(1);
  });

  it("gives strawberries yellow seeds in red flesh", () => {
    const berry = drawn(HEAD, [60, 80, 5, 5], [100, 80, 5, 5]);
    const element = paintElement(berry, "草莓", OPTIONS);
    if (!element) throw new Error("an element");
    const hueAt = (x: number, y: number) => {
      const o = ((y - element.layer.top) * element.layer.width + x - element.layer.left) * 3;
      return hueOf([element.color.data[o] ?? 0, element.color.data[o + 1] ?? 0, element.color.data[o + 2] ?? 0]);
    };
    expect(hueAt(60, 80)).toBeGreaterThan(60);
    expect(hueAt(80, 110)).toBeLessThan(45);
  });

  it("lights the side that faces the light", () => {
    const ball = drawn(HEAD);
    expect(shadeAt(ball, "white plaster", 115, 45)).toBeGreaterThan(1.3 * shadeAt(ball, "white plaster", 45, 115));
  });

  it.each([
    "桃花",
    "树叶",
    "小狗",
    "podium",
    "stone",
    "gold ball",
    "glass",
    "chair",
    "lemon",
    "wombat",
    "灯泡",
    "robot",
    "silk",
    "ice",
    "陶瓷小狗",
    "gold rose",
    "daffodil",
    "大理石",
    "tree",
    "云朵",
    "蝴蝶",
    "feather",
    "neon text",
    "火焰",
    "candle",
    "金鱼",
    "leather bag",
    "book",
    "shell",
    "砖墙",
  ])("is finite for a %s of any form, one pixel included", (prompt) => {
    expect(paintElement(drawn(...FACE), prompt, OPTIONS)).not.toBeNull();
    const dot = createPixelBuffer(5, 5);
    dot.data.set([255, 255, 255, 255], (2 * 5 + 2) * 4);
    expect(paintElement(dot, prompt, OPTIONS)).not.toBeNull();
  });
});
