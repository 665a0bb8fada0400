import { fileTypeFromBuffer } from "file-type";
import type { Metadata } from "sharp";
import { BacklotError } from "#lib/base/errors.ts";
import { IMAGE_LIMITS } from "./image-limits.ts";
import { imagePool } from "./image-pool.ts";
import { openImage } from "./safe-sharp.ts";

export type ImageFormat = "png" | "jpeg" | "webp";
export type ImageMode = "rgb" | "rgba" | "gray" | "gray-alpha" | "palette";

/** Size as it is seen, that is after the orientation of the EXIF data. */
export interface ImageProbe {
  format: ImageFormat;
  mode: ImageMode;
  width: number;
  height: number;
}

/**
 * What a file is, from its own bytes: the name and the declared type play no part. Reads headers only; that the pixels can be
 * decoded is known after `decodeImage`.
 *
 * Throws `upload/empty`, `upload/not-an-image`, `upload/unsupported-type` {type}, `upload/unreadable`,
 * `upload/too-many-pixels` {width, height, max}.
 */
export async function probeImage(
  bytes: Uint8Array,
  maxPixels: number = IMAGE_LIMITS.uploadPixels,
): Promise<ImageProbe> {
  if (bytes.length === 0) throw new BacklotError("upload/empty");
  const format = formatOfMagic(bytes);
  if (!format) throw await refusal(bytes);

  let metadata: Metadata;
  try {
    // Without libvips' own limit, which refuses before it tells the size that our message names.
    metadata = await imagePool.run(() => openImage(bytes, { limitInputPixels: false }).metadata());
  } catch (cause) {
    throw new BacklotError("upload/unreadable", {}, { cause });
  }
  const { width, height } = metadata.autoOrient;
  if (width * height > maxPixels) throw new BacklotError("upload/too-many-pixels", { width, height, max: maxPixels });
  return { format, mode: format === "png" ? modeOfPng(bytes) : modeOfMetadata(metadata), width, height };
}

const PNG_MAGIC = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG_MAGIC = [0xff, 0xd8, 0xff];

function formatOfMagic(bytes: Uint8Array): ImageFormat | undefined {
  const ascii = (start: number, end: number) => String.fromCharCode(...bytes.subarray(start, end));
  if (PNG_MAGIC.every((byte, index) => bytes[index] === byte)) return "png";
  if (JPEG_MAGIC.every((byte, index) => bytes[index] === byte)) return "jpeg";
  if (ascii(0, 4) === "RIFF" && ascii(8, 12) === "WEBP") return "webp";
  return undefined;
}

/** A picture of a kind we do not take is told from something that is no picture at all. */
async function refusal(bytes: Uint8Array): Promise<BacklotError> {
  const type = (await fileTypeFromBuffer(bytes))?.mime ?? "";
  if (type.startsWith("image/")) return new BacklotError("upload/unsupported-type", { type });
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  if (/<svg[\s>]/i.test(head)) return new BacklotError("upload/unsupported-type", { type: "image/svg+xml" });
  return new BacklotError("upload/not-an-image");
}

/**
 * The colour type as the file states it, which is what the API's own check reads; libvips only shows palettes already expanded.
 * PNG specification, 11.2.1 IHDR: byte 25 of the file.
 */
function modeOfPng(bytes: Uint8Array): ImageMode {
  const modes: Record<number, ImageMode> = { 0: "gray", 2: "rgb", 3: "palette", 4: "gray-alpha", 6: "rgba" };
  const mode = modes[bytes[25] ?? -1];
  if (!mode) throw new BacklotError("upload/unreadable");
  return mode;
}

function modeOfMetadata(metadata: Metadata): ImageMode {
  const gray = metadata.space === "b-w" || metadata.space === "grey16";
  if (gray) return metadata.hasAlpha ? "gray-alpha" : "gray";
  return metadata.hasAlpha ? "rgba" : "rgb";
}
