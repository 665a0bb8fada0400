import { invariant } from "#lib/base/assert.ts";
import type { Part } from "./part.ts";

export const START_OF_SCAN = 0xda;
export const END_OF_IMAGE = 0xd9;
/** A segment's length is 16 bits and counts itself. */
export const MAX_SEGMENT_BYTES = 0xffff - 2;

export function isJpeg(file: Uint8Array): boolean {
  return file[0] === 0xff && file[1] === 0xd8 && file[2] === 0xff;
}

/** The segments (ITU T.81, B.1.1) from a place on, up to the next scan (it included) or to where there is none. */
export function* jpegSegments(file: Uint8Array, from = 2): Generator<Part<number>> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let start = from; start + 4 <= file.length && file[start] === 0xff; ) {
    const type = file[start + 1] ?? 0;
    // Any number of 0xFF may stand before a marker.
    if (type === 0xff) {
      start += 1;
      continue;
    }
    // A length below two, which no segment has, leads into itself, where no marker is: there the reading ends.
    const end = start + 2 + view.getUint16(start + 2);
    if (end > file.length) return;
    yield { type, start, end, dataStart: start + 4, dataEnd: end };
    if (type === START_OF_SCAN) return;
    start = end;
  }
}

export function jpegSegment(marker: number, data: Uint8Array): Uint8Array {
  invariant(data.length <= MAX_SEGMENT_BYTES, "a segment of at most 64 KB");
  const head = Uint8Array.of(0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff);
  return Buffer.concat([head, data]);
}
