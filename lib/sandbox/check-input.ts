import { BacklotError } from "#lib/base/errors.ts";
import { decodeImage } from "#lib/imaging/codec.ts";
import { type ImageMode, type ImageProbe, probeImage } from "#lib/imaging/probe.ts";
import { wrongModeMessage } from "#lib/wanx/contract/error-table.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { downloadError } from "./read-input.ts";
import { ServiceError } from "./service-error.ts";

/** The imaging library's letters for a mode, as the service's messages have them. */
const MODE_LETTERS: Record<ImageMode, string> = {
  rgb: "RGB",
  rgba: "RGBA",
  gray: "L",
  "gray-alpha": "LA",
  palette: "P",
};

/** The base picture: an RGBA PNG, sides 10 to 2048 px. Throws what its task then FAILED with. */
export async function checkBase(bytes: Uint8Array): Promise<void> {
  const { mode, format, width, height } = await probe("input_image", bytes);
  if (mode !== "rgba") throw wrongMode("Base image", mode);
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
  if (found.mode !== "rgba") throw wrongMode(what, found.mode);
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

function wrongMode(what: string, mode: ImageMode): ServiceError {
  return new ServiceError("BadRequest.UnsupportedFileFormat", wrongModeMessage(what, MODE_LETTERS[mode]));
}
