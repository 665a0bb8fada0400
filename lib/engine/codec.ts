import sharp from "sharp";
import { openImage } from "#lib/imaging/safe-sharp.ts";
import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";

/** Largest side the engine accepts, in pixels; a larger file is refused before its pixels are decoded. */
const MAX_SIDE_PX = 4096;

/** Keeps libvips on the calling worker's core and its cache empty: a picture's memory ends with the picture. */
export function limitCodecThreads(): void {
  sharp.concurrency(1);
  sharp.cache(false);
}

/**
 * PNG, JPEG or WebP as sRGB RGBA; the bytes of an 8-bit RGBA PNG come through unchanged. Files are opened by the house's one
 * guarded door, whose list of formats holds in render threads too.
 */
export async function decodeRgba(file: Uint8Array): Promise<PixelBuffer> {
  const { data, info } = await openImage(file, { limitInputPixels: MAX_SIDE_PX * MAX_SIDE_PX })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return createPixelBuffer(info.width, info.height, new Uint8Array(data.buffer, data.byteOffset, data.length));
}

/** Same at `width` x `height`: stretched, or filling it and cut at the middle. */
export async function decodeRgbaResized(
  file: Uint8Array,
  width: number,
  height: number,
  fit: "fill" | "cover" = "fill",
): Promise<PixelBuffer> {
  const { data } = await openImage(file, { limitInputPixels: MAX_SIDE_PX * MAX_SIDE_PX })
    .toColourspace("srgb")
    .ensureAlpha()
    .resize(width, height, { fit })
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return createPixelBuffer(width, height, new Uint8Array(data.buffer, data.byteOffset, data.length));
}

/** Opaque sRGB rows (`width * height * 3` bytes) as PNG; no date or software chunk, so equal pixels give equal bytes. */
export async function encodePng(rgb: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const png = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 6, adaptiveFiltering: true })
    .toBuffer();
  return new Uint8Array(png);
}
