import { crc32 } from "node:zlib";
import { fourCharacters, type Part } from "./part.ts";

const MAGIC = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Length, type and CRC. */
const FRAME_BYTES = 12;

export function isPng(file: Uint8Array): boolean {
  return MAGIC.every((byte, index) => file[index] === byte);
}

/** The chunks (PNG specification, 5.3) up to `IEND` or to the first that is not wholly there. CRCs are not checked: see `isIntact`. */
export function* pngChunks(file: Uint8Array): Generator<Part<string>> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let start = MAGIC.length; start + FRAME_BYTES <= file.length; ) {
    const end = start + FRAME_BYTES + view.getUint32(start);
    if (end > file.length) return;
    const type = fourCharacters(file, start + 4);
    yield { type, start, end, dataStart: start + 8, dataEnd: end - 4 };
    if (type === "IEND") return;
    start = end;
  }
}

export function isIntact(file: Uint8Array, { start, dataEnd }: Part<string>): boolean {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  return view.getUint32(dataEnd) === crc32(file.subarray(start + 4, dataEnd));
}

export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(data.length + FRAME_BYTES);
  chunk.writeUInt32BE(data.length);
  chunk.write(type, 4, "latin1");
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
  return chunk;
}
