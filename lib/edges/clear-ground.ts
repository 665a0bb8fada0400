import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";

/** Darker than the shoulder of a soft line. */
const GROUND_BELOW = 24;
/** Black that stays around the outermost lines, as a share of the long side: a line without its ground is hardly known for one. */
const RIM_SHARE = 0.01;

/**
 * An edge map without transparency, as many tools make it, given the alpha that the API wants: the black ground outside of the lines becomes
 * transparent, as far as it can be reached from the border of the picture; what lines enclose is the object and stays. Where an outline has
 * a gap, so has the object. Nothing changes for a map without black at its border.
 */
export function clearGround(pixels: PixelBuffer): PixelBuffer {
  const { width, height, data } = pixels;
  const kept = outsideOf(pixels).map((isOutside) => 1 - isOutside);
  const rimPx = Math.ceil(RIM_SHARE * Math.max(width, height));
  for (let y = 0; y < height; y += 1) widen(kept, { start: y * width, step: 1, length: width }, rimPx);
  for (let x = 0; x < width; x += 1) widen(kept, { start: x, step: width, length: height }, rimPx);
  return createPixelBuffer(
    width,
    height,
    data.map((value, index) => (kept[index >> 2] ? value : 0)),
  );
}

/** 1 for every pixel of the ground that is connected with the border of the picture. */
function outsideOf({ width, height, data }: PixelBuffer): Uint8Array {
  const outside = new Uint8Array(width * height);
  const open: number[] = [];
  const reach = (pixel: number) => {
    if (outside[pixel] || !isGround(data, pixel)) return;
    outside[pixel] = 1;
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
    const x = pixel % width;
    if (x > 0) reach(pixel - 1);
    if (x < width - 1) reach(pixel + 1);
    if (pixel >= width) reach(pixel - width);
    if (pixel < outside.length - width) reach(pixel + width);
  }
  return outside;
}

/** Marks, in one row or column, up to `rimPx` pixels on both sides of what is marked. */
function widen(marked: Uint8Array, line: { start: number; step: number; length: number }, rimPx: number): void {
  const last = line.start + (line.length - 1) * line.step;
  for (const [from, step] of [
    [line.start, line.step],
    [last, -line.step],
  ] as const) {
    let left = 0;
    for (let index = 0, at = from; index < line.length; index += 1, at += step) {
      if (marked[at] === 1) left = rimPx;
      else if (left > 0) {
        marked[at] = 2;
        left -= 1;
      }
    }
  }
  for (let index = 0, at = line.start; index < line.length; index += 1, at += line.step) {
    if (marked[at] === 2) marked[at] = 1;
  }
}

function isGround(data: Uint8Array, pixel: number): boolean {
  const index = 4 * pixel;
  return Math.max(data[index] as number, data[index + 1] as number, data[index + 2] as number) < GROUND_BELOW;
}
