import { invariant } from "#lib/base/assert.ts";
import { fourCharacters, type Part } from "./part.ts";

const HEADER_BYTES = 12;
const FRAME_BYTES = 8;

export function isWebp(file: Uint8Array): boolean {
  return fourCharacters(file, 0) === "RIFF" && fourCharacters(file, 8) === "WEBP";
}

/** The chunks (WebP container specification) up to the first that is not wholly there. `end` is behind the byte that makes lengths even. */
export function* webpChunks(file: Uint8Array): Generator<Part<string>> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let start = HEADER_BYTES; start + FRAME_BYTES <= file.length; ) {
    const dataStart = start + FRAME_BYTES;
    const dataEnd = dataStart + view.getUint32(start + 4, true);
    if (dataEnd > file.length) return;
    const end = dataEnd + ((dataEnd - dataStart) % 2);
    yield { type: fourCharacters(file, start), start, end, dataStart, dataEnd };
    start = end;
  }
}

export function webpChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(FRAME_BYTES + data.length + (data.length % 2));
  chunk.write(type, "latin1");
  chunk.writeUInt32LE(data.length, 4);
  chunk.set(data, FRAME_BYTES);
  return chunk;
}

export function webpFile(chunks: readonly Uint8Array[]): Uint8Array {
  const file = Buffer.concat([Buffer.from("RIFF\0\0\0\0WEBP", "latin1"), ...chunks]);
  file.writeUInt32LE(file.length - 8, 4);
  return new Uint8Array(file);
}

const HAS_ALPHA = 0x10;
const HAS_XMP = 0x04;

/**
 * The `VP8X` chunk that a file needs which holds more than pixels, with the mark that an `XMP ` chunk follows. `data` is that of the
 * file's first chunk: its own `VP8X`, or the only frame of a file of the simple form, whose header has the canvas (RFC 6386, 9.1; WebP
 * lossless bitstream, 3).
 */
export function extendedHeader(type: string, data: Uint8Array): Uint8Array {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  invariant(["VP8X", "VP8 ", "VP8L"].includes(type) && data.length >= 10, "a whole WebP file");
  const head = Buffer.alloc(10);
  if (type === "VP8X") head.set(data.subarray(0, 10));
  if (type === "VP8 ") {
    head.writeUIntLE((view.getUint16(6, true) & 0x3fff) - 1, 4, 3);
    head.writeUIntLE((view.getUint16(8, true) & 0x3fff) - 1, 7, 3);
  }
  if (type === "VP8L") {
    const bits = view.getUint32(1, true);
    if ((bits >>> 28) & 1) head[0] = HAS_ALPHA;
    head.writeUIntLE(bits & 0x3fff, 4, 3);
    head.writeUIntLE((bits >>> 14) & 0x3fff, 7, 3);
  }
  head[0] = (head[0] ?? 0) | HAS_XMP;
  return webpChunk("VP8X", head);
}
