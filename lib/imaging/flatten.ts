import { createCanvas, ImageData } from "@napi-rs/canvas";
import { axisScales, type Matrix, multiply } from "#lib/pixels/matrix.ts";
import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { placeExactly } from "#lib/pixels/place-exactly.ts";
import { resizePixels } from "#lib/pixels/resample.ts";
import { decodeImage, encodePng } from "./codec.ts";

interface PixelSize {
  width: number;
  height: number;
}

/**
 * A layer as the API wants it: exactly the artboard's size, transparent where the layer is not. `matrix` takes picture pixels to artboard
 * pixels, in canvas order. Drawn by Skia as the browser draws it; pictures that only move by whole pixels, turn by quarters or mirror are
 * copied byte by byte instead. Throws as `decodeImage`.
 */
export async function drawLayer(pictureBytes: Uint8Array, matrix: Matrix, artboard: PixelSize): Promise<PixelBuffer> {
  const pixels = await decodeImage(pictureBytes);
  return placeExactly(pixels, matrix, artboard) ?? drawPixels(pixels, matrix, artboard);
}

/** The same as the file that is sent: an RGBA PNG. */
export async function flattenLayer(pictureBytes: Uint8Array, matrix: Matrix, artboard: PixelSize): Promise<Uint8Array> {
  return encodePng(await drawLayer(pictureBytes, matrix, artboard));
}

/** The picture drawn through `matrix` on a transparent canvas. Colours of almost transparent pixels are rounded, as in every canvas. */
export function drawPixels(pixels: PixelBuffer, matrix: Matrix, size: PixelSize): PixelBuffer {
  const { source, matrix: remaining } = shrunkForMatrix(pixels, matrix);
  const picture = createCanvas(source.width, source.height);
  const clamped = new Uint8ClampedArray(source.data.buffer, source.data.byteOffset, source.data.length);
  picture.getContext("2d").putImageData(new ImageData(clamped, source.width, source.height), 0, 0);

  const context = createCanvas(size.width, size.height).getContext("2d");
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = "high";
  context.setTransform(...remaining);
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, size.width, size.height);
  return createPixelBuffer(size.width, size.height, new Uint8Array(data.buffer, data.byteOffset, data.length));
}

/**
 * This canvas reads 4 x 4 picture pixels for one of its own, where the browser's has smaller copies at hand: well below half size it would
 * skip over fine lines. So the larger part of a strong reduction is done beforehand, by averaging.
 */
function shrunkForMatrix(pixels: PixelBuffer, matrix: Matrix): { source: PixelBuffer; matrix: Matrix } {
  const { alongX, alongY } = axisScales(matrix);
  const width = shrunkSide(pixels.width, alongX);
  const height = shrunkSide(pixels.height, alongY);
  if (width === pixels.width && height === pixels.height) return { source: pixels, matrix };
  return {
    source: resizePixels(pixels, width, height),
    matrix: multiply(matrix, [pixels.width / width, 0, 0, pixels.height / height, 0, 0]),
  };
}

const SHRINK_BELOW = 0.4;
const shrunkSide = (length: number, scale: number) =>
  scale > SHRINK_BELOW ? length : Math.max(1, Math.ceil(length * scale));
