import { describe, expect, it } from "vitest";
import { createPixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { layOver } from "./compose.ts";

/** A dark square of alpha `inner`, its outline of alpha `rim`, over a background of one grey. */
function laid(inner: number, rim: number, background: number): (x: number, y: number) => number {
  const cutout = createPixelBuffer(64, 64);
  for (let y = 16; y < 48; y++) {
    for (let x = 16; x < 48; x++) {
      const outline = x === 16 || x === 47 || y === 16 || y === 47;
      cutout.data.set([40, 40, 40, outline ? rim : inner], (y * 64 + x) * 4);
    }
  }
  const rgb = new Uint8Array(64 * 64 * 3).fill(background);
  layOver(rgb, cutout);
  return (x, y) => rgb[(y * 64 + x) * 3] ?? 0;
}

describe("laying the cut-out over", () => {
  it("copies opaque pixels, leaves empty ones, and shows what is behind glass", () => {
    expect(laid(255, 255, 200)(20, 20)).toBe(40);
    expect(laid(255, 255, 200)(3, 3)).toBe(200);
    const glass = laid(128, 128, 200)(32, 32);
    expect(glass).toBeGreaterThan(110);
    expect(glass).toBeLessThan(132);
  });

  it("shows nothing of the background that a product was cut out of", () => {
    const cutout = createPixelBuffer(32, 32);
    for (let y = 8; y < 24; y++) {
      for (let x = 8; x < 24; x++) {
        const rim = x === 8 || x === 23 || y === 8 || y === 23;
        cutout.data.set(rim ? [250, 250, 250, 128] : [40, 40, 40, 255], (y * 32 + x) * 4);
      }
    }
    const rgb = new Uint8Array(32 * 32 * 3).fill(20);
    layOver(rgb, cutout);
    expect(rgb[(16 * 32 + 8) * 3]).toBeLessThan(40);
  });

  it("lets a bright background shine around a half-transparent outline, a dark one not", () => {
    expect(laid(255, 128, 240)(16, 32)).toBeGreaterThan(146);
    expect(laid(255, 128, 10)(16, 32)).toBeLessThanOrEqual(26);
  });
});
