import { BacklotError } from "#lib/base/errors.ts";
import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { decodeWithProbe, encodeJpeg, encodePng, encodeWebp } from "./codec.ts";
import { IMAGE_LIMITS } from "./image-limits.ts";
import { type ImageFormat, type ImageMode, probeImage } from "./probe.ts";

export interface NormalisedImage {
  /** Encoded anew from the pixels: no metadata, no colour profile, nothing behind the end of the file. */
  bytes: Uint8Array;
  mediaType: "image/png" | "image/jpeg" | "image/webp";
  width: number;
  height: number;
  /** Of the file as it came. */
  mode: ImageMode;
  pixels: PixelBuffer;
}

/** Above what the eye sees: this loss is taken once, and only by pictures that were lossy before. */
const LOSSY_QUALITY = 95;

/**
 * Turns an uploaded file into the picture that is kept. Every upload is encoded anew: PNG where the file has an alpha channel or was
 * a PNG, else the format it had. A long side above `IMAGE_LIMITS.keptSidePx` is shrunk to it. A wrong extension does no harm; a
 * declared type that is no picture at all (`text/html` with the bytes of a PNG) is refused, for it shows a confused or hostile sender.
 *
 * Throws `upload/type-mismatch` {declared, actual} and what `decodeImage` throws.
 */
export async function normaliseUpload(bytes: Uint8Array, declaredType?: string): Promise<NormalisedImage> {
  if (declaredType !== undefined && !mayBeImage(declaredType)) {
    const { format } = await probeImage(bytes);
    throw new BacklotError("upload/type-mismatch", { declared: declaredType, actual: `image/${format}` });
  }
  const { probe, pixels } = await decodeWithProbe(bytes, {
    maxPixels: IMAGE_LIMITS.uploadPixels,
    shrinkToSidePx: IMAGE_LIMITS.keptSidePx,
  });
  const format = probe.mode === "rgba" ? "png" : probe.format;
  return {
    bytes: await encodeAs(format, pixels),
    mediaType: `image/${format}`,
    width: pixels.width,
    height: pixels.height,
    mode: probe.mode,
    pixels,
  };
}

/** Browsers send an empty type or `application/octet-stream` for a file they do not know. */
function mayBeImage(declaredType: string): boolean {
  const type = declaredType.split(";")[0]?.trim().toLowerCase() ?? "";
  return type === "" || type === "application/octet-stream" || type.startsWith("image/");
}

async function encodeAs(format: ImageFormat, pixels: PixelBuffer): Promise<Uint8Array> {
  if (format === "jpeg") return encodeJpeg(pixels, LOSSY_QUALITY);
  if (format === "webp") return encodeWebp(pixels, LOSSY_QUALITY);
  return encodePng(pixels);
}
