import { createPixelBuffer, type PixelBuffer } from "./pixel-buffer.ts";
import { resizePixels } from "./resample.ts";

/** Long side at which it is looked at: lines of an edge picture are 1 to 6 px wide there, whatever the size of the file. */
const LOOKED_AT_PX = 384;
/** The API's own script blanks colour below this; what is fainter does not belong to the picture. */
const VISIBLE_ABOVE = 50;
const GRAY_SPREAD = 16;
const DARK_BELOW = 40;
const BRIGHT_FROM = 112;
/** Longest run, in the narrowest of four directions, that still is a line and not a patch. */
const LINE_WIDTH_PX = 9;

/**
 * How much a picture looks like an element the API wants: bright lines on black inside its alpha. 0 for photos and drawings, 1 for
 * clean edges. The product of four doubts: is it gray, mostly dark, with something bright in it, and is the bright thin?
 */
export function edgeLikeness(pixels: PixelBuffer): number {
  const { width, height, data } = shrunk(pixels);
  const bright = new Uint8Array(width * height);
  let visible = 0;
  let gray = 0;
  let dark = 0;
  let brights = 0;
  for (let index = 0, pixel = 0; index < data.length; index += 4, pixel += 1) {
    if ((data[index + 3] as number) <= VISIBLE_ABOVE) continue;
    const red = data[index] as number;
    const green = data[index + 1] as number;
    const blue = data[index + 2] as number;
    const luma = (77 * red + 150 * green + 29 * blue) >> 8;
    visible += 1;
    if (Math.max(red, green, blue) - Math.min(red, green, blue) <= GRAY_SPREAD) gray += 1;
    if (luma < DARK_BELOW) dark += 1;
    else if (luma >= BRIGHT_FROM) {
      bright[pixel] = 1;
      brights += 1;
    }
  }
  if (visible === 0 || brights === 0) return 0;
  return (
    ramp(gray / visible, 0.8, 0.97) *
    ramp(dark / visible, 0.15, 0.4) *
    ramp(brights / visible, 0, 0.005) *
    ramp(thinShare(bright, width, brights), 0.5, 0.85)
  );
}

function shrunk(pixels: PixelBuffer): PixelBuffer {
  const scale = LOOKED_AT_PX / Math.max(pixels.width, pixels.height);
  if (scale >= 1) return createPixelBuffer(pixels.width, pixels.height, pixels.data);
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  return resizePixels(pixels, side(pixels.width), side(pixels.height));
}

/** Share of the bright pixels that lie on something narrow: across, down, or along one of the diagonals. */
function thinShare(bright: Uint8Array, width: number, brights: number): number {
  let thin = 0;
  for (let pixel = 0; pixel < bright.length; pixel += 1) {
    if (!bright[pixel]) continue;
    const narrow = [1, width, width + 1, width - 1].some((step) => runLength(bright, pixel, step) <= LINE_WIDTH_PX);
    if (narrow) thin += 1;
  }
  return thin / brights;
}

/** Bright pixels in one line through `pixel`, counted no further than needed. Running over the end of a row is rare and harmless. */
function runLength(bright: Uint8Array, pixel: number, step: number): number {
  let length = 1;
  for (let at = pixel + step; bright[at] && length <= LINE_WIDTH_PX; at += step) length += 1;
  for (let at = pixel - step; bright[at] && length <= LINE_WIDTH_PX; at -= step) length += 1;
  return length;
}

const ramp = (value: number, zeroAt: number, oneAt: number) =>
  Math.min(1, Math.max(0, (value - zeroAt) / (oneAt - zeroAt)));
