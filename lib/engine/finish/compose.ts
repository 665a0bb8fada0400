import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { blurred } from "../math/blur.ts";
import { floatImage } from "../math/float-image.ts";

/** How strongly bright surroundings shine around the outline. */
const WRAP = 0.5;
/** Width of the wrap in pixels of a 1024 px picture. */
const WRAP_PX = 7;
const REFERENCE_SIDE_PX = 1024;
/** The surroundings are blurred at a quarter of the size: nothing sharp shines around an edge. */
const COARSE = 4;

/** Soft edges this narrow (in pixels, both ways) are the cut-out's outline; wider ones are glass, glow or shadow. */
const EDGE_PX = 2;

/**
 * Lays the cut-out over the picture. Bytes of fully opaque pixels are copied, never computed. Half-transparent ones along
 * the outline take up light from what is behind them, as edges before a bright background do; those far inside (glass)
 * just let it through. A narrow edge takes its colour from the thing within, or the old background would shine round it.
 */
export function layOver(rgb: Uint8Array, cutout: PixelBuffer): void {
  const { data, width, height } = cutout;
  const glow = surroundings(rgb, cutout);
  const within = new Float64Array(3);
  for (let i = 0; i < width * height; i++) {
    const alpha = data[i * 4 + 3] as number;
    if (alpha === 0) continue;
    if (alpha === 255) {
      for (let c = 0; c < 3; c++) rgb[i * 3 + c] = data[i * 4 + c] as number;
      continue;
    }
    const x = i % width;
    const g = (Math.floor((i - x) / width / COARSE) * glow.width + Math.floor(x / COARSE)) * 4;
    const edge = colorWithin(cutout, x, (i - x) / width, within);
    const share = WRAP * Math.min(1, 2 * (glow.data[g + 3] as number));
    for (let c = 0; c < 3; c++) {
      const own = (edge ? within[c] : data[i * 4 + c]) as number;
      const under = rgb[i * 3 + c] as number;
      const lit = own + Math.max(0, (glow.data[g + c] as number) - own) * share;
      rgb[i * 3 + c] = under + ((lit - under) * alpha) / 255 + 0.5;
    }
  }
}

/** Mean colour of the opaque pixels beside a pixel of a narrow edge; false when it is none. */
function colorWithin({ data, width, height }: PixelBuffer, x: number, y: number, out: Float64Array): boolean {
  let weights = 0;
  let empty = false;
  out.fill(0);
  for (let j = Math.max(0, y - EDGE_PX); j <= Math.min(height - 1, y + EDGE_PX); j++) {
    for (let i = Math.max(0, x - EDGE_PX); i <= Math.min(width - 1, x + EDGE_PX); i++) {
      const o = (j * width + i) * 4;
      const alpha = data[o + 3] as number;
      if (alpha < 8) empty = true;
      if (alpha < 250) continue;
      const weight = 1 / ((i - x) ** 2 + (j - y) ** 2 + 1e-6);
      for (let c = 0; c < 3; c++) (out[c] as number) += weight * (data[o + c] as number);
      weights += weight;
    }
  }
  if (!empty || weights === 0) return false;
  for (let c = 0; c < 3; c++) (out[c] as number) /= weights;
  return true;
}

/** Blurred picture around each place, and in the fourth channel how much of the cut-out's outside is near (0 to 1). */
function surroundings(rgb: Uint8Array, { data, width, height }: PixelBuffer) {
  const image = floatImage(Math.ceil(width / COARSE), Math.ceil(height / COARSE), 4);
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      const i = Math.min(height - 1, y * COARSE + 1) * width + Math.min(width - 1, x * COARSE + 1);
      const o = (y * image.width + x) * 4;
      for (let c = 0; c < 3; c++) image.data[o + c] = rgb[i * 3 + c] as number;
      image.data[o + 3] = (data[i * 4 + 3] as number) < 8 ? 1 : 0;
    }
  }
  return blurred(image, Math.max(1, (WRAP_PX * Math.max(width, height)) / REFERENCE_SIDE_PX / COARSE));
}
