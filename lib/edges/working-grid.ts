/** The detector always works at about this short side, so that lines have the same width and detail whatever the file's size. */
const SHORT_SIDE_PX = 512;
const STEP_PX = 64;
/** The reference's rule has no upper end: a strip of 10 x 2048 would become 512 x 104,832. */
const MAX_PIXELS = 4 * SHORT_SIDE_PX * SHORT_SIDE_PX;
const LONG_SIDE_PX = 8 * SHORT_SIDE_PX;

/** Short side 512, both sides rounded to multiples of 64 (controlnet_aux 0.0.7, `resize_image`); long strips stay within 4 squares. */
export function workingGrid(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(
    SHORT_SIDE_PX / Math.min(width, height),
    Math.sqrt(MAX_PIXELS / (width * height)),
    LONG_SIDE_PX / Math.max(width, height),
  );
  const side = (length: number) => Math.max(1, Math.round((length * scale) / STEP_PX)) * STEP_PX;
  return { width: side(width), height: side(height) };
}
