import { BacklotError } from "#lib/base/errors.ts";
import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { IMAGE_LIMITS } from "./image-limits.ts";
import { imagePool } from "./image-pool.ts";
import { type ImageProbe, probeImage } from "./probe.ts";
import { openImage, openPixels } from "./safe-sharp.ts";

export interface DecodeLimits {
  /** Largest picture that is opened at all. Default `IMAGE_LIMITS.decodedPixels`. */
  maxPixels?: number;
  /** Long side to which a larger picture is shrunk while it is decoded. Default: as it is. */
  shrinkToSidePx?: number;
}

/**
 * Decodes every pixel: orientation baked in, colours converted to sRGB, alpha straight (255 where the file has none), the first
 * frame of an animation. Throws what `probeImage` throws; `upload/unreadable` also where the file ends early or its data is broken.
 */
export async function decodeImage(bytes: Uint8Array, limits: DecodeLimits = {}): Promise<PixelBuffer> {
  return (await decodeWithProbe(bytes, limits)).pixels;
}

export async function decodeWithProbe(
  bytes: Uint8Array,
  limits: DecodeLimits = {},
): Promise<{ probe: ImageProbe; pixels: PixelBuffer }> {
  const maxPixels = limits.maxPixels ?? IMAGE_LIMITS.decodedPixels;
  const probe = await probeImage(bytes, maxPixels);
  const pixels = await imagePool.run(async () => {
    const image = openImage(bytes, { limitInputPixels: maxPixels }).autoOrient();
    const side = limits.shrinkToSidePx;
    if (side !== undefined && Math.max(probe.width, probe.height) > side) {
      image.resize({ width: side, height: side, fit: "inside" });
    }
    try {
      const { data, info } = await image
        .toColourspace("srgb")
        .ensureAlpha()
        .raw({ depth: "uchar" })
        .toBuffer({ resolveWithObject: true });
      return createPixelBuffer(info.width, info.height, plainBytes(data));
    } catch (cause) {
      throw new BacklotError("upload/unreadable", {}, { cause });
    }
  });
  return { probe, pixels };
}

/** RGBA, 8 bit, straight alpha, lossless. Adaptive filtering halves what drawn pictures take; level 6 is where time still buys bytes. */
export async function encodePng(pixels: PixelBuffer): Promise<Uint8Array> {
  const encoder = openPixels(pixels).png({ compressionLevel: 6, adaptiveFiltering: true, palette: false });
  return plainBytes(await imagePool.run(() => encoder.toBuffer()));
}

/** `quality` 1 to 100; the alpha channel stays lossless. */
export async function encodeWebp(pixels: PixelBuffer, quality: number): Promise<Uint8Array> {
  const encoder = openPixels(pixels).webp({ quality, alphaQuality: 100 });
  return plainBytes(await imagePool.run(() => encoder.toBuffer()));
}

/** `quality` 1 to 100, no chroma subsampling. Alpha is dropped: only for opaque pictures. */
export async function encodeJpeg(pixels: PixelBuffer, quality: number): Promise<Uint8Array> {
  const encoder = openPixels(pixels).removeAlpha().jpeg({ quality, chromaSubsampling: "4:4:4" });
  return plainBytes(await imagePool.run(() => encoder.toBuffer()));
}

/** WebP whose long side is at most `longSidePx`; never larger than the picture. Throws as `decodeImage`. */
export async function thumbnail(bytes: Uint8Array, longSidePx: number): Promise<Uint8Array> {
  await probeImage(bytes);
  return imagePool.run(async () => {
    try {
      const image = openImage(bytes, { limitInputPixels: IMAGE_LIMITS.uploadPixels })
        .autoOrient()
        .resize({ width: longSidePx, height: longSidePx, fit: "inside", withoutEnlargement: true })
        .webp({ quality: 82, alphaQuality: 90, effort: 3 });
      return plainBytes(await image.toBuffer());
    } catch (cause) {
      throw new BacklotError("upload/unreadable", {}, { cause });
    }
  });
}

/** The same memory as a plain Uint8Array: a Node Buffer compares, slices and clones differently. */
function plainBytes(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}
