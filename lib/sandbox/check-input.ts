import { BacklotError } from "#lib/base/errors.ts";
import { decodeImage } from "#lib/imaging/codec.ts";
import { type ImageMode, type ImageProbe, probeImage } from "#lib/imaging/probe.ts";
import { wrongModeMessage } from "#lib/wanx/contract/error-table.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { downloadError } from "./read-input.ts";
import { ServiceError } from "./service-error.ts";

/** Pillow's letters for a mode, as the service's messages have them: its own check is made with that library. */
const MODE_LETTERS: Record<ImageMode, string> = {
  rgb: "RGB",
  rgba: "RGBA",
  gray: "L",
  "gray-alpha": "LA",
  palette: "P",
};

/** The base picture: an RGBA PNG, sides 10 to 2048 px. Throws what its task then FAILED with. */
export async function checkBase(bytes: Uint8Array): Promise<void> {
  const found = await probe("input_image", bytes);
  const { format, width, height } = found;
  requireRgba("Base image", found, bytes);
  if (format !== "png") {
    const message = `Base image require PNG format, but is ${format.toUpperCase()}`;
    throw new ServiceError("BadRequest.UnsupportedFileFormat", message);
  }
  if (Math.max(width, height) > LIMITS.sidePx.max) throw tooLong(width, height);
  if (Math.min(width, height) < LIMITS.sidePx.min) {
    const message = "The image size is not supported for the data inspection.";
    throw new ServiceError("InvalidParameter", message);
  }
}

/** An edge picture must be RGBA, of any size. `what` begins the message: `Foreground edge image`. */
export async function checkEdge(what: string, name: string, bytes: Uint8Array): Promise<ImageProbe> {
  const found = await probe(name, bytes);
  requireRgba(what, found, bytes);
  return found;
}

/** The guide picture may be of any mode and size. */
export function checkGuide(bytes: Uint8Array): Promise<ImageProbe> {
  return probe("ref_image", bytes);
}

/** For a render that failed: whether it was because this input's pixels cannot be read. Throws `InvalidParameter.FileDownload` then. */
export async function checkPixels(name: string, bytes: Uint8Array): Promise<void> {
  try {
    await decodeImage(bytes);
  } catch (error) {
    throw BacklotError.is(error) ? downloadError(name, "the picture cannot be decoded") : error;
  }
}

async function probe(name: string, bytes: Uint8Array): Promise<ImageProbe> {
  try {
    return await probeImage(bytes);
  } catch (error) {
    if (!BacklotError.is(error)) throw error;
    const { width, height } = error.values;
    if (error.code === "upload/too-many-pixels") throw tooLong(Number(width), Number(height));
    throw downloadError(name, "it is no picture that can be read");
  }
}

function tooLong(width: number, height: number): ServiceError {
  const message = `The long side of the image must not exceed ${LIMITS.sidePx.max} px, but it is ${width} x ${height}.`;
  return new ServiceError("InvalidParameter", message);
}

function requireRgba(what: string, { format, mode }: ImageProbe, bytes: Uint8Array): void {
  // Byte 24 of a PNG is its bit depth. Pillow has no 16-bit gray with alpha and reads it as RGBA.
  const ofDepth: Record<string, string> = { "gray 1": "1", "gray 16": "I;16", "gray-alpha 16": "RGBA" };
  const letters = (format === "png" && ofDepth[`${mode} ${bytes[24]}`]) || MODE_LETTERS[mode];
  if (letters === "RGBA") return;
  throw new ServiceError("BadRequest.UnsupportedFileFormat", wrongModeMessage(what, letters));
}
