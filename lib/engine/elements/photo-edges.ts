import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { blurred } from "../math/blur.ts";
import { luminance } from "../math/color.ts";
import { type FloatImage, floatImage, sampleBilinear } from "../math/float-image.ts";
import { clamp } from "../math/scalar.ts";

/** An edge map is black and white with little between; of a photograph most is between. */
const MIDDLE = { from: 40, to: 215 } as const;
const MIDDLE_SHARE = 0.3;
const OPAQUE = 250;
const OPAQUE_SHARE = 0.985;

/** Whether an opaque layer is a photograph (or a drawing in colour) rather than a map of edges. */
export function isPhotograph({ width, height, data }: PixelBuffer): boolean {
  let opaque = 0;
  let middle = 0;
  for (let i = 0; i < data.length; i += 4) {
    if ((data[i + 3] as number) <= OPAQUE) continue;
    opaque++;
    const level = luminance(data[i] as number, data[i + 1] as number, data[i + 2] as number);
    if (level > MIDDLE.from && level < MIDDLE.to) middle++;
  }
  return opaque > width * height * OPAQUE_SHARE && middle > opaque * MIDDLE_SHARE;
}

/** Gradients of this many levels a pixel are full edges. */
const FULL_EDGE = 26;
const SIDE_PX = 1024;

/** Light edges on black of a photograph, opaque: slopes of each colour after a little smoothing. */
export function edgesOfPhotograph({ width, height, data }: PixelBuffer): PixelBuffer {
  const small = shrunk(width, height, data);
  const soft = blurred(small, Math.max(1, Math.max(small.width, small.height) * 0.0022));
  const levels = floatImage(small.width, small.height, 1);
  const at = (x: number, y: number, c: number) =>
    soft.data[(clamp(y, 0, small.height - 1) * small.width + clamp(x, 0, small.width - 1)) * 3 + c] as number;
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      let steepest = 0;
      for (let c = 0; c < 3; c++) {
        const dx = at(x + 1, y, c) - at(x - 1, y, c);
        const dy = at(x, y + 1, c) - at(x, y - 1, c);
        steepest = Math.max(steepest, Math.sqrt(dx * dx + dy * dy));
      }
      levels.data[y * small.width + x] = 255 * Math.min(1, steepest / FULL_EDGE);
    }
  }
  const edges = createPixelBuffer(width, height);
  for (let i = 0; i < width * height; i++) {
    const x = (((i % width) + 0.5) * small.width) / width - 0.5;
    const y = ((Math.floor(i / width) + 0.5) * small.height) / height - 0.5;
    edges.data.fill(sampleBilinear(levels, x, y, 0), i * 4, i * 4 + 3);
    edges.data[i * 4 + 3] = 255;
  }
  return edges;
}

/** Means of pixels, as three channels of 0 to 255; enough for outlines at a fraction of the memory. */
function shrunk(width: number, height: number, data: Uint8Array): FloatImage {
  const step = Math.max(1, Math.ceil(Math.max(width, height) / SIDE_PX));
  const small = floatImage(Math.ceil(width / step), Math.ceil(height / step), 3);
  const counts = new Uint32Array(small.width * small.height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cell = Math.floor(y / step) * small.width + Math.floor(x / step);
      (counts[cell] as number)++;
      for (let c = 0; c < 3; c++) (small.data[cell * 3 + c] as number) += data[(y * width + x) * 4 + c] as number;
    }
  }
  for (let i = 0; i < small.data.length; i++) (small.data[i] as number) /= counts[Math.floor(i / 3)] as number;
  return small;
}
