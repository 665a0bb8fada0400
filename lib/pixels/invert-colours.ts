import { createPixelBuffer, type PixelBuffer } from "./pixel-buffer.ts";

/** The negative inside the picture's own alpha, which stays as it is; what is fully transparent becomes black. */
export function invertColours({ width, height, data }: PixelBuffer): PixelBuffer {
  const negative = createPixelBuffer(width, height);
  for (let index = 0; index < data.length; index += 4) {
    const alpha = data[index + 3] as number;
    if (alpha === 0) continue;
    for (let channel = 0; channel < 3; channel += 1) {
      negative.data[index + channel] = 255 - (data[index + channel] as number);
    }
    negative.data[index + 3] = alpha;
  }
  return negative;
}
