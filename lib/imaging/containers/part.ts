/** A chunk or segment, by its places in the file: a hostile file may have millions, of which most are only passed over. */
export interface Part<Type> {
  type: Type;
  /** With its frame: length, type, checksum. */
  start: number;
  end: number;
  dataStart: number;
  dataEnd: number;
}

export function dataOf(file: Uint8Array, { dataStart, dataEnd }: Part<unknown>): Uint8Array {
  return file.subarray(dataStart, dataEnd);
}

/** The part as it stands in the file. */
export function wholeOf(file: Uint8Array, { start, end }: Part<unknown>): Uint8Array {
  return file.subarray(start, end);
}

export function fourCharacters(file: Uint8Array, at: number): string {
  return String.fromCharCode(file[at] ?? 0, file[at + 1] ?? 0, file[at + 2] ?? 0, file[at + 3] ?? 0);
}

export function startsWith(bytes: Uint8Array, head: Uint8Array): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}
