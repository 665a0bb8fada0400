import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { createPixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { analyseSubject } from "./analyse-subject.ts";

function feetOf(draw: (context: SKRSContext2D) => void) {
  const canvas = createCanvas(300, 300);
  const context = canvas.getContext("2d");
  draw(context);
  return analyseSubject(createPixelBuffer(300, 300, new Uint8Array(context.getImageData(0, 0, 300, 300).data))).feet;
}

describe("feet", () => {
  it("are the whole straight line under a bottle", () => {
    const feet = feetOf((context) => context.fillRect(100, 50, 80, 200));
    expect(feet).toMatchObject([{ bottom: 250, rise: 0 }]);
    expect(feet[0]?.halfWidth).toBeGreaterThan(37);
  });

  it("follow the ellipse under a can", () => {
    const [foot, ...others] = feetOf((context) => {
      context.fillRect(100, 50, 100, 180);
      context.ellipse(150, 230, 50, 14, 0, 0, 7);
      context.fill();
    });
    expect(others).toEqual([]);
    expect((foot?.rise ?? 0) / (foot?.halfWidth ?? 1)).toBeGreaterThan(0.22);
    expect((foot?.rise ?? 0) / (foot?.halfWidth ?? 1)).toBeLessThan(0.34);
  });

  it("are the ends of legs, however far back, and not the seat between them", () => {
    const feet = feetOf((context) => {
      context.fillRect(60, 100, 180, 20);
      context.fillRect(60, 100, 20, 150);
      context.fillRect(220, 100, 20, 150);
      context.fillRect(110, 100, 20, 125);
    });
    expect(feet.map(({ bottom }) => bottom)).toEqual([250, 225, 250]);
  });

  it("are none where nothing is visible", () => {
    expect(feetOf(() => undefined)).toEqual([]);
  });
});
