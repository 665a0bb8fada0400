import sharp, { type Sharp, type SharpOptions } from "sharp";
import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { IMAGE_LIMITS } from "./image-limits.ts";

// Holds for the whole process, also for code that imports sharp itself: SVG, GIF, TIFF, PDF and the rest are never parsed.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadPng", "VipsForeignLoadJpeg", "VipsForeignLoadWebp"] });
sharp.cache(false);
sharp.concurrency(1);

/**
 * sharp over bytes from outside. `failOn: "error"` refuses truncated and broken files but not those with a harmless warning, which
 * cameras write and every viewer opens.
 */
export function openImage(bytes: Uint8Array, options: SharpOptions = {}): Sharp {
  return sharp(bytes, { failOn: "error", limitInputChannels: 5, sequentialRead: true, ...options }).timeout({
    seconds: IMAGE_LIMITS.decodeSeconds,
  });
}

/** sharp over straight RGBA pixels of our own. */
export function openPixels({ data, width, height }: PixelBuffer): Sharp {
  return sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: false });
}
