/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** The body of an edge map is black glass: dark enough for its lines, clear enough for what stands behind. */
const GLASS_ALPHA = 0.58;
const GLASS_SHADE = 0.16;
/** Lines are lifted towards white, so that they stay lines on a picture of their own colour. */
const LINE_LIFT = 0.3;

/**
 * Makes an edge map legible on the artboard: its bright lines in the role's colour on dark glass, where the file has white
 * lines on black. RGBA, straight alpha, changed in place.
 */
export function tintEdge(pixels: Uint8ClampedArray, role: Rgb): void {
  const line = role.map((channel) => channel + (255 - channel) * LINE_LIFT);
  const glass = role.map((channel) => channel * GLASS_SHADE);
  const [lineR = 0, lineG = 0, lineB = 0] = line;
  const [glassR = 0, glassG = 0, glassB = 0] = glass;
  for (let offset = 0; offset < pixels.length; offset += 4) {
    const alpha = pixels[offset + 3] ?? 0;
    if (alpha === 0) continue;
    const luma =
      (0.299 * (pixels[offset] ?? 0) + 0.587 * (pixels[offset + 1] ?? 0) + 0.114 * (pixels[offset + 2] ?? 0)) / 255;
    pixels[offset] = glassR + (lineR - glassR) * luma;
    pixels[offset + 1] = glassG + (lineG - glassG) * luma;
    pixels[offset + 2] = glassB + (lineB - glassB) * luma;
    pixels[offset + 3] = alpha * (GLASS_ALPHA + (1 - GLASS_ALPHA) * luma);
  }
}
