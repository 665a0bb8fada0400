import { invariant } from "#lib/base/assert.ts";

/** Index and count, 16 bits each, big-endian. */
const HEAD_BYTES = 4;

/** Data in pieces of at most `maxBytes`, their heads included; one at least. */
export function splitIntoPieces(data: Uint8Array, maxBytes: number): Uint8Array[] {
  const room = maxBytes - HEAD_BYTES;
  const count = Math.max(1, Math.ceil(data.length / room));
  invariant(count <= 0xffff, "data for at most 65535 pieces");
  return Array.from({ length: count }, (_, index) => {
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeUInt16BE(index, 0);
    head.writeUInt16BE(count, 2);
    return Buffer.concat([head, data.subarray(index * room, (index + 1) * room)]);
  });
}

/** Undefined unless every piece is there, once, in order; the first that is not its predecessor's successor is the last one asked for. */
export function joinPieces(pieces: Iterable<Uint8Array>): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let count = 0;
  for (const piece of pieces) {
    if (piece.length < HEAD_BYTES) return undefined;
    const view = new DataView(piece.buffer, piece.byteOffset, piece.byteLength);
    if (view.getUint16(0) !== parts.length) return undefined;
    count = view.getUint16(2);
    parts.push(piece.subarray(HEAD_BYTES));
  }
  return count > 0 && parts.length === count ? new Uint8Array(Buffer.concat(parts)) : undefined;
}
