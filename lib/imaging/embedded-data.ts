import { invariant } from "#lib/base/assert.ts";
import { isJpeg, jpegSegment, jpegSegments, MAX_SEGMENT_BYTES } from "./containers/jpeg.ts";
import { dataOf, type Part, startsWith, wholeOf } from "./containers/part.ts";
import { joinPieces, splitIntoPieces } from "./containers/pieces.ts";
import { isIntact, isPng, pngChunk, pngChunks } from "./containers/png.ts";
import { extendedHeader, isWebp, webpChunk, webpChunks, webpFile } from "./containers/webp.ts";

/**
 * Where the data is: in PNG chunks of a private, ancillary type that editors may copy, in a WebP chunk that readers skip, in JPEG
 * application segments that begin with our name.
 */
const PNG_TYPE = "bkLt";
const WEBP_TYPE = "BKLT";
const JPEG_MARKER = 0xe9;
const JPEG_NAME = Buffer.from("Backlot\0", "latin1");

/** libpng gives up on ancillary chunks above 8 MB. */
const PNG_PIECE_BYTES = 2 ** 20;

const PNG_XMP_HEAD = Buffer.from("XML:com.adobe.xmp\0\0\0\0\0", "latin1");
const JPEG_XMP_HEAD = Buffer.from("http://ns.adobe.com/xap/1.0/\0", "latin1");

export interface Embedded {
  data: Uint8Array;
  /** For those who read metadata with ordinary tools; see `xmpPacket`. */
  xmp: Uint8Array;
}

/**
 * The same picture file with data in it, in the place of what `embedData` put there before; every other byte of pixels and metadata
 * stays. A file that has an XMP packet keeps its own, and in a JPEG one above 64 KB is left out. `file` is a whole PNG, WebP or JPEG;
 * another is our bug.
 */
export function embedData(file: Uint8Array, embedded: Embedded): Uint8Array {
  if (isPng(file)) return embedInPng(file, embedded);
  if (isWebp(file)) return embedInWebp(file, embedded);
  invariant(isJpeg(file), "a PNG, WebP or JPEG file");
  return embedInJpeg(file, embedded);
}

/** What `embedData` put into the file, undefined where there is nothing, or nothing whole. Takes any bytes: never throws, reads each once. */
export function embeddedData(file: Uint8Array): Uint8Array | undefined {
  if (isPng(file)) return joinPieces(pngPieces(file));
  if (isJpeg(file)) return joinPieces(jpegPieces(file));
  if (isWebp(file)) {
    for (const chunk of webpChunks(file)) if (chunk.type === WEBP_TYPE) return dataOf(file, chunk);
  }
  return undefined;
}

function* pngPieces(file: Uint8Array): Generator<Uint8Array> {
  for (const chunk of pngChunks(file)) {
    if (chunk.type === PNG_TYPE && isIntact(file, chunk)) yield dataOf(file, chunk);
  }
}

function* jpegPieces(file: Uint8Array): Generator<Uint8Array> {
  for (const segment of jpegSegments(file)) {
    if (isOurSegment(file, segment)) yield dataOf(file, segment).subarray(JPEG_NAME.length);
  }
}

function embedInPng(file: Uint8Array, { data, xmp }: Embedded): Uint8Array {
  const kept = [...pngChunks(file)].filter(({ type }) => type !== PNG_TYPE);
  const header = kept[0];
  const end = kept.at(-1);
  invariant(header?.type === "IHDR" && end?.type === "IEND", "a whole PNG file");
  const hasXmp = kept.some((chunk) => chunk.type === "iTXt" && startsWith(dataOf(file, chunk), PNG_XMP_HEAD));
  return new Uint8Array(
    Buffer.concat([
      file.subarray(0, header.end),
      ...(hasXmp ? [] : [pngChunk("iTXt", Buffer.concat([PNG_XMP_HEAD, xmp]))]),
      ...kept.slice(1, -1).map((chunk) => wholeOf(file, chunk)),
      ...splitIntoPieces(data, PNG_PIECE_BYTES).map((piece) => pngChunk(PNG_TYPE, piece)),
      wholeOf(file, end),
    ]),
  );
}

function embedInWebp(file: Uint8Array, { data, xmp }: Embedded): Uint8Array {
  const kept = [...webpChunks(file)].filter(({ type }) => type !== WEBP_TYPE);
  const first = kept[0];
  invariant(first, "a whole WebP file");
  const rest = first.type === "VP8X" ? kept.slice(1) : kept;
  const hasXmp = kept.some(({ type }) => type === "XMP ");
  return webpFile([
    extendedHeader(first.type, dataOf(file, first)),
    ...rest.map((chunk) => wholeOf(file, chunk)),
    ...(hasXmp ? [] : [webpChunk("XMP ", xmp)]),
    webpChunk(WEBP_TYPE, data),
  ]);
}

/** Behind the application segments that the file begins with: readers expect JFIF and EXIF first. */
function embedInJpeg(file: Uint8Array, { data, xmp }: Embedded): Uint8Array {
  const applications: Part<number>[] = [];
  for (const segment of jpegSegments(file)) {
    if (segment.type < 0xe0 || segment.type > 0xef) break;
    applications.push(segment);
  }
  const hasXmp = applications.some(
    (segment) => segment.type === 0xe1 && startsWith(dataOf(file, segment), JPEG_XMP_HEAD),
  );
  const packet = Buffer.concat([JPEG_XMP_HEAD, xmp]);
  const pieces = splitIntoPieces(data, MAX_SEGMENT_BYTES - JPEG_NAME.length);
  return new Uint8Array(
    Buffer.concat([
      file.subarray(0, 2),
      ...applications.filter((segment) => !isOurSegment(file, segment)).map((segment) => wholeOf(file, segment)),
      ...(hasXmp || packet.length > MAX_SEGMENT_BYTES ? [] : [jpegSegment(0xe1, packet)]),
      ...pieces.map((piece) => jpegSegment(JPEG_MARKER, Buffer.concat([JPEG_NAME, piece]))),
      file.subarray(applications.at(-1)?.end ?? 2),
    ]),
  );
}

function isOurSegment(file: Uint8Array, segment: Part<number>): boolean {
  return segment.type === JPEG_MARKER && startsWith(dataOf(file, segment), JPEG_NAME);
}
