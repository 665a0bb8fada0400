/** What this room takes and makes, in pixels and seconds; bytes are limited by whoever receives the file. */
export const IMAGE_LIMITS = {
  /**
   * An upload may be a photo of any present camera or phone (8192 x 8192 holds the common 50 and 64 megapixels). It is decoded row
   * by row and kept at `keptSidePx`, so this bounds the time spent, not the memory.
   */
  uploadPixels: 2 ** 26,
  /** Long side of what is kept of an upload: twice the largest artboard, so that a layer can still be enlarged or cropped. */
  keptSidePx: 4096,
  /** A decoded picture that is held whole: 64 MiB of RGBA. */
  decodedPixels: 2 ** 24,
  decodeSeconds: 20,
} as const;
