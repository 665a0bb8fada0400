/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** How an edge map is drawn on the artboard: its lines, and the glass between them with how much of it covers (0 to 1). */
export interface EdgeInk {
  line: Rgb;
  glass: Rgb;
  glassAlpha: number;
}

/**
 * Makes an edge map legible on the artboard: its bright lines in one colour on a thin glass of another, where the file has
 * white lines on black. RGBA, straight alpha, changed in place.
 */
export function tintEdge(pixels: Uint8ClampedArray, { line, glass, glassAlpha }: EdgeInk): void {
  const [lineR, lineG, lineB] = line;
  const [glassR, glassG, glassB] = glass;
  for (let offset = 0; offset < pixels.length; offset += 4) {
    const alpha = pixels[offset + 3] ?? 0;
    if (alpha === 0) continue;
    const luma =
      (0.299 * (pixels[offset] ?? 0) + 0.587 * (pixels[offset + 1] ?? 0) + 0.114 * (pixels[offset + 2] ?? 0)) / 255;
    pixels[offset] = glassR + (lineR - glassR) * luma;
    pixels[offset + 1] = glassG + (lineG - glassG) * luma;
    pixels[offset + 2] = glassB + (lineB - glassB) * luma;
    pixels[offset + 3] = alpha * (glassAlpha + (1 - glassAlpha) * luma);
  }
}
