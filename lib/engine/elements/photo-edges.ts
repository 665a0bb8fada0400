import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { blurred } from "../math/blur.ts";
import { luminance } from "../math/color.ts";
import { type FloatImage, floatImage } from "../math/float-image.ts";
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

/** Light edges on black of a photograph, opaque: slopes of each colour after a little smoothing. */
export function edgesOfPhotograph({ width, height, data }: PixelBuffer): PixelBuffer {
  const soft = blurred(rgbOf(width, height, data), Math.max(1, Math.max(width, height) * 0.0022));
  const edges = createPixelBuffer(width, height);
  const at = (x: number, y: number, c: number) =>
    soft.data[(clamp(y, 0, height - 1) * width + clamp(x, 0, width - 1)) * 3 + c] as number;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let steepest = 0;
      for (let c = 0; c < 3; c++) {
        const dx = at(x + 1, y, c) - at(x - 1, y, c);
        const dy = at(x, y + 1, c) - at(x, y - 1, c);
        steepest = Math.max(steepest, Math.sqrt(dx * dx + dy * dy));
      }
      const level = 255 * Math.min(1, steepest / FULL_EDGE);
      edges.data.set([level, level, level, 255], (y * width + x) * 4);
    }
  }
  return edges;
}

function rgbOf(width: number, height: number, data: Uint8Array): FloatImage {
  const image = floatImage(width, height, 3);
  for (let i = 0; i < width * height; i++)
    for (let c = 0; c < 3; c++) image.data[i * 3 + c] = data[i * 4 + c] as number;
  return image;
}
