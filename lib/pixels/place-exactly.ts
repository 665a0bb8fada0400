import type { Matrix } from "./matrix.ts";
import { createPixelBuffer, type PixelBuffer } from "./pixel-buffer.ts";

/**
 * The picture placed on a transparent canvas by copying bytes, where that is possible: whole-pixel shifts, quarter turns and mirrors at
 * scale 1. Undefined for every other matrix. Nothing is premultiplied or sampled, so colours under low alpha survive.
 */
export function placeExactly(
  pixels: PixelBuffer,
  matrix: Matrix,
  size: { width: number; height: number },
): PixelBuffer | undefined {
  const [a, b, c, d, e, f] = matrix;
  const keepsPixels =
    matrix.every(Number.isInteger) && Math.abs(a * d - b * c) === 1 && Math.abs(a) + Math.abs(c) === 1;
  if (!keepsPixels) return undefined;

  const result = createPixelBuffer(size.width, size.height);
  const bytes = wordAligned(pixels.data);
  const source = new Uint32Array(bytes.buffer, bytes.byteOffset, pixels.width * pixels.height);
  const target = new Uint32Array(result.data.buffer);
  // The centre of pixel (0, 0) is at (0.5, 0.5); subtracting 0.5 again gives the index of the pixel it falls on.
  const originX = (a + c - 1) / 2 + e;
  const originY = (b + d - 1) / 2 + f;
  for (let y = 0, index = 0; y < pixels.height; y += 1) {
    for (let x = 0; x < pixels.width; x += 1, index += 1) {
      const targetX = a * x + c * y + originX;
      const targetY = b * x + d * y + originY;
      if (targetX < 0 || targetY < 0 || targetX >= size.width || targetY >= size.height) continue;
      target[targetY * size.width + targetX] = source[index] as number;
    }
  }
  return result;
}

/** A pixel is read as one 32-bit word, which must start on a word. */
function wordAligned(data: Uint8Array): Uint8Array {
  return data.byteOffset % 4 === 0 ? data : data.slice();
}
