import { END_OF_IMAGE, isJpeg, jpegSegments, START_OF_SCAN } from "./containers/jpeg.ts";
import type { Part } from "./containers/part.ts";
import { isPng, pngChunks } from "./containers/png.ts";
import { isWebp, webpChunks } from "./containers/webp.ts";

/** `pHYs`, the size on paper, is what our own encoder adds. */
const PNG_TYPES = ["IHDR", "PLTE", "tRNS", "pHYs", "IDAT", "IEND"];
const WEBP_TYPES = ["VP8X", "ALPH", "VP8 ", "VP8L"];

/**
 * Whether the file holds what pixels need and nothing else: no metadata, no profile, no second file behind its end. Such a file may be
 * kept as it is, where any other is encoded anew. Says nothing of whether it can be decoded; takes any bytes.
 */
export function isBarePicture(file: Uint8Array): boolean {
  if (isPng(file)) return consistsOf(PNG_TYPES, pngChunks(file), file.length);
  if (isWebp(file)) return consistsOf(WEBP_TYPES, webpChunks(file), file.length);
  return isJpeg(file) && isBareJpeg(file);
}

function consistsOf(types: readonly string[], chunks: Iterable<Part<string>>, sizeBytes: number): boolean {
  let end = 0;
  for (const chunk of chunks) {
    if (!types.includes(chunk.type)) return false;
    end = chunk.end;
  }
  return end === sizeBytes;
}

/** Tables and frames, then a scan, then the next tables or the end. */
function isBareJpeg(file: Uint8Array): boolean {
  for (let at = 2; file[at + 1] !== END_OF_IMAGE; ) {
    let last: Part<number> | undefined;
    for (last of jpegSegments(file, at)) if (!isOfPixels(last)) return false;
    if (last?.type !== START_OF_SCAN) return false;
    at = endOfScan(file, last.end);
    if (file[at + 1] === END_OF_IMAGE) return at + 2 === file.length;
  }
  return false;
}

/** JFIF without a thumbnail, frames, Huffman and quantisation tables, restart interval, scans. */
function isOfPixels({ type, dataStart, dataEnd }: Part<number>): boolean {
  if (type === 0xe0) return dataEnd - dataStart === 14;
  return (type >= 0xc0 && type <= 0xcf) || [START_OF_SCAN, 0xdb, 0xdd].includes(type);
}

/** Where the next marker stands: in a scan's data 0xFF is followed by 0x00, or by one of the eight that restart the decoder. */
function endOfScan(file: Uint8Array, from: number): number {
  for (let at = from; at + 1 < file.length; at += 1) {
    const next = file[at + 1] ?? 0;
    if (file[at] === 0xff && next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
  return file.length;
}
