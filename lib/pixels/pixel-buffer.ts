import { invariant } from "#lib/base/assert.ts";

/** 8-bit sRGB RGBA, straight (not premultiplied) alpha, rows top to bottom, no padding: `data.length === width * height * 4`. */
export interface PixelBuffer {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export function createPixelBuffer(
  width: number,
  height: number,
  data: Uint8Array = new Uint8Array(width * height * 4),
): PixelBuffer {
  invariant(Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0, "positive pixel size");
  invariant(data.length === width * height * 4, `RGBA data of ${width} x ${height}, got ${data.length} bytes`);
  return { width, height, data };
}
