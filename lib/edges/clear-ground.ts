import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";

/** Darker than the shoulder of a soft line. */
const GROUND_BELOW = 24;

/**
 * An edge map without transparency, as many tools make it, given the alpha that the API wants: the black ground outside of the lines becomes
 * transparent, as far as it can be reached from the border of the picture; what lines enclose is the object and stays. Where an outline has
 * a gap, so has the object. Nothing changes for a map without black at its border.
 */
export function clearGround({ width, height, data }: PixelBuffer): PixelBuffer {
  const cleared = createPixelBuffer(width, height, data.slice());
  const reached = new Uint8Array(width * height);
  const open: number[] = [];
  const reach = (pixel: number) => {
    if (reached[pixel] || !isGround(data, pixel)) return;
    reached[pixel] = 1;
    open.push(pixel);
  };
  for (let x = 0; x < width; x += 1) {
    reach(x);
    reach((height - 1) * width + x);
  }
  for (let y = 0; y < height; y += 1) {
    reach(y * width);
    reach(y * width + width - 1);
  }
  for (let pixel = open.pop(); pixel !== undefined; pixel = open.pop()) {
    cleared.data.fill(0, 4 * pixel, 4 * pixel + 4);
    const x = pixel % width;
    if (x > 0) reach(pixel - 1);
    if (x < width - 1) reach(pixel + 1);
    if (pixel >= width) reach(pixel - width);
    if (pixel < reached.length - width) reach(pixel + width);
  }
  return cleared;
}

function isGround(data: Uint8Array, pixel: number): boolean {
  const index = 4 * pixel;
  return Math.max(data[index] as number, data[index + 1] as number, data[index + 2] as number) < GROUND_BELOW;
}
