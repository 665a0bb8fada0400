import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { edgeLayer } from "./edge-layer.ts";
import { hasOpenings } from "./openings.ts";

/** A ring of radius 60 with a gap, on an opaque black map of 200 px that lies on an artboard of 260. */
function ringWithGap(gapRadians: number): PixelBuffer {
  const canvas = createCanvas(260, 260);
  const context = canvas.getContext("2d");
  context.fillStyle = "#000";
  context.fillRect(30, 30, 200, 200);
  context.strokeStyle = "#fff";
  context.lineWidth = 4;
  context.beginPath();
  context.arc(130, 130, 60, gapRadians, 2 * Math.PI);
  context.stroke();
  return createPixelBuffer(260, 260, new Uint8Array(context.getImageData(0, 0, 260, 260).data));
}

type Context = ReturnType<ReturnType<typeof createCanvas>["getContext"]>;

/** White lines on an opaque black map of 240 px. */
function drawnMap(draw: (context: Context) => void): PixelBuffer {
  const canvas = createCanvas(240, 240);
  const context = canvas.getContext("2d");
  context.fillStyle = "#000";
  context.fillRect(0, 0, 240, 240);
  context.strokeStyle = "#fff";
  context.lineWidth = 4;
  draw(context);
  return createPixelBuffer(240, 240, new Uint8Array(context.getImageData(0, 0, 240, 240).data));
}

function coverageOf(map: PixelBuffer, prompt = "") {
  const layer = edgeLayer(map, 512, hasOpenings(prompt));
  if (!layer) throw new Error("a layer");
  return (x: number, y: number) =>
    (layer.pictureAlpha[(y - layer.top) * layer.pictureWidth + x - layer.left] ?? 0) / 255;
}

/** Two posts and three bars with two spaces between them. */
const ladder = drawnMap((context) => {
  for (const x of [50, 166]) context.strokeRect(x, 30, 24, 180);
  for (const y of [40, 100, 160]) context.strokeRect(74, y, 92, 26);
});

describe("a map without transparency", () => {
  it.each([0, 0.06, 0.2, 0.9])("becomes what its line encloses, a gap of %f radians closed, and no tile", (gap) => {
    const layer = edgeLayer(ringWithGap(gap), 512);
    const covered = layer?.pictureAlpha.reduce((sum, alpha) => sum + alpha / 255, 0) ?? 0;
    expect(covered / (Math.PI * 62 * 62)).toBeGreaterThan(0.83);
    expect(covered / (Math.PI * 62 * 62)).toBeLessThan(1.15);
  });

  it("keeps the space between a chair's bars open, and is filled where no openings are to be expected", () => {
    const chair = coverageOf(ladder, "wooden chair");
    expect([53, 113, 173].map((y) => chair(120, y))).toEqual([1, 1, 1]);
    expect([62, 178].map((x) => chair(x, 84))).toEqual([1, 1]);
    expect([84, 143].map((y) => chair(120, y))).toEqual([0, 0]);
    expect([84, 143].map((y) => coverageOf(ladder, "stone")(120, y))).toEqual([1, 1]);
  });

  it("keeps the counter of a letter open", () => {
    const map = drawnMap((context) => {
      for (const radius of [80, 40]) {
        context.beginPath();
        context.arc(120, 120, radius, 0, 7);
        context.stroke();
      }
    });
    const letter = coverageOf(map, "金属文字");
    expect([letter(120, 60), letter(120, 120)]).toEqual([1, 0]);
    expect(coverageOf(map, "flower")(120, 120)).toBe(1);
  });

  it("is closed where it is cut off below, and nowhere else", () => {
    const bust = coverageOf(
      drawnMap((context) => {
        context.beginPath();
        context.moveTo(40, 240);
        context.quadraticCurveTo(60, 20, 120, 30);
        context.quadraticCurveTo(180, 20, 200, 240);
        context.stroke();
      }),
    );
    expect([bust(120, 60), bust(120, 230)]).toEqual([1, 1]);
    expect(bust(40, 60)).toBe(0);
  });

  it("may be drawn dark on white", () => {
    const inverted = ringWithGap(0);
    for (let i = 0; i < inverted.data.length; i++) if (i % 4 < 3) inverted.data[i] = 255 - (inverted.data[i] ?? 0);
    const covered = edgeLayer(inverted, 512)?.pictureAlpha.reduce((sum, alpha) => sum + alpha / 255, 0) ?? 0;
    expect(covered / (Math.PI * 62 * 62)).toBeLessThan(1.15);
  });

  it("stays a box where its border is drawn", () => {
    const pixels = ringWithGap(0);
    for (let y = 30; y < 230; y++)
      for (let x = 30; x < 230; x++)
        if (Math.min(x - 30, 229 - x, y - 30, 229 - y) < 5) pixels.data.set([255, 255, 255, 255], (y * 260 + x) * 4);
    const layer = edgeLayer(pixels, 512);
    expect(layer?.pictureAlpha.reduce((sum, alpha) => sum + alpha / 255, 0)).toBeCloseTo(200 * 200);
  });
});
