import type { PixelBuffer } from "./pixel-buffer.ts";

/** Shares of all pixels, 0 to 1, that add up to 1. */
export interface AlphaFacts {
  /** Alpha 0. */
  transparentShare: number;
  /** Alpha 1 to 254. */
  translucentShare: number;
  /** Alpha 255. */
  opaqueShare: number;
  /** The smallest box, in whole pixels, that holds every pixel of alpha > 0; null where there is none. */
  bounds: { x: number; y: number; width: number; height: number } | null;
}

export function measureAlpha({ width, height, data }: PixelBuffer): AlphaFacts {
  let transparent = 0;
  let opaque = 0;
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  for (let y = 0, index = 3; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, index += 4) {
      const alpha = data[index] as number;
      if (alpha === 0) {
        transparent += 1;
        continue;
      }
      if (alpha === 255) opaque += 1;
      if (x < left) left = x;
      if (x > right) right = x;
      if (top === height) top = y;
      bottom = y;
    }
  }
  const pixels = width * height;
  return {
    transparentShare: transparent / pixels,
    translucentShare: (pixels - transparent - opaque) / pixels,
    opaqueShare: opaque / pixels,
    bounds: bottom < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 },
  };
}
