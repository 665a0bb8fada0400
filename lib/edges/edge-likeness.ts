import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { resizePixels } from "#lib/pixels/resample.ts";

/** Long side at which it is looked at: lines of an edge picture are 1 to 6 px wide there, whatever the size of the file. */
const LOOKED_AT_PX = 384;
/** The API's own script blanks colour below this; what is fainter does not belong to the picture. */
const VISIBLE_ABOVE = 50;
const GRAY_SPREAD = 16;
const DARK_BELOW = 40;
const BRIGHT_FROM = 112;
/** Longest run, in the narrowest of four directions, that still is a line and not a patch. */
const LINE_WIDTH_PX = 9;
/** From here on what is opaque is no body but ink on an empty sheet, and the sheet is its ground. */
const INK_FROM = 0.85;

/** How much a picture looks like an element, as it is and as its negative, 0 to 1. The larger of the two is what it is, from 0.5 on. */
export interface EdgeFacts {
  /** Bright lines on black inside the alpha: what the API wants. */
  edgeLikeness: number;
  /** Dark lines on white: it has to be turned into its negative first. */
  invertedEdgeLikeness: number;
}

/**
 * 0 for photos and drawings, 1 for clean edges. The product of four doubts: is it gray, mostly dark, with something bright in it, and is
 * the bright thin? Lines drawn on transparency have no ground of their own, and are judged as if it were black (white for the negative).
 */
export function measureEdges(pixels: PixelBuffer): EdgeFacts {
  const looked = lookAt(shrunk(pixels));
  return { edgeLikeness: likeness(looked, 0), invertedEdgeLikeness: likeness(looked, 255) };
}

interface Looked {
  width: number;
  /** 1 where something is to be judged: what is visible, or of ink its core. */
  seen: Uint8Array;
  seenCount: number;
  luma: Uint8Array;
  grayShare: number;
  /** Pixels that count as ground without being seen: the empty sheet around ink. */
  sheetCount: number;
}

function lookAt({ width, height, data }: PixelBuffer): Looked {
  const visible = new Uint8Array(width * height);
  const core = new Uint8Array(width * height);
  const luma = new Uint8Array(width * height);
  let visibleCount = 0;
  let coreCount = 0;
  let gray = 0;
  for (let index = 0, pixel = 0; index < data.length; index += 4, pixel += 1) {
    const alpha = data[index + 3] as number;
    if (alpha <= VISIBLE_ABOVE) continue;
    const red = data[index] as number;
    const green = data[index + 1] as number;
    const blue = data[index + 2] as number;
    visible[pixel] = 1;
    visibleCount += 1;
    luma[pixel] = (77 * red + 150 * green + 29 * blue) >> 8;
    if (Math.max(red, green, blue) - Math.min(red, green, blue) <= GRAY_SPREAD) gray += 1;
    if (alpha >= BRIGHT_FROM) {
      core[pixel] = 1;
      coreCount += 1;
    }
  }
  const grayShare = gray / visibleCount;
  return thinShare(core, width, coreCount) >= INK_FROM
    ? { width, seen: core, seenCount: coreCount, luma, grayShare, sheetCount: core.length - coreCount }
    : { width, seen: visible, seenCount: visibleCount, luma, grayShare, sheetCount: 0 };
}

/** `black` is the luma that counts as the dark end: 0, or 255 for the negative. */
function likeness({ width, seen, seenCount, luma, grayShare, sheetCount }: Looked, black: 0 | 255): number {
  const bright = new Uint8Array(seen.length);
  let dark = sheetCount;
  let brights = 0;
  for (let pixel = 0; pixel < seen.length; pixel += 1) {
    if (!seen[pixel]) continue;
    const light = Math.abs((luma[pixel] as number) - black);
    if (light < DARK_BELOW) dark += 1;
    else if (light >= BRIGHT_FROM) {
      bright[pixel] = 1;
      brights += 1;
    }
  }
  if (brights === 0) return 0;
  const judged = seenCount + sheetCount;
  return (
    ramp(grayShare, 0.8, 0.97) *
    ramp(dark / judged, 0.15, 0.4) *
    ramp(brights / judged, 0, 0.005) *
    ramp(thinShare(bright, width, brights), 0.5, 0.85)
  );
}

function shrunk(pixels: PixelBuffer): PixelBuffer {
  const scale = LOOKED_AT_PX / Math.max(pixels.width, pixels.height);
  if (scale >= 1) return createPixelBuffer(pixels.width, pixels.height, pixels.data);
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  return resizePixels(pixels, side(pixels.width), side(pixels.height));
}

/** Share of the marked pixels that lie on something narrow: across, down, or along one of the diagonals. */
function thinShare(marked: Uint8Array, width: number, count: number): number {
  let thin = 0;
  for (let pixel = 0; pixel < marked.length; pixel += 1) {
    if (!marked[pixel]) continue;
    const narrow = [1, width, width + 1, width - 1].some((step) => runLength(marked, pixel, step) <= LINE_WIDTH_PX);
    if (narrow) thin += 1;
  }
  return count === 0 ? 0 : thin / count;
}

/** Marked pixels in one line through `pixel`, counted no further than needed. Running over the end of a row is rare and harmless. */
function runLength(marked: Uint8Array, pixel: number, step: number): number {
  let length = 1;
  for (let at = pixel + step; marked[at] && length <= LINE_WIDTH_PX; at += step) length += 1;
  for (let at = pixel - step; marked[at] && length <= LINE_WIDTH_PX; at -= step) length += 1;
  return length;
}

const ramp = (value: number, zeroAt: number, oneAt: number) =>
  Math.min(1, Math.max(0, (value - zeroAt) / (oneAt - zeroAt)));
