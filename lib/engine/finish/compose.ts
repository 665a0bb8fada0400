import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";

/** Lays the cut-out over the picture; bytes of fully opaque pixels are copied, never computed. */
export function layOver(rgb: Uint8Array, cutout: PixelBuffer): void {
  const { data } = cutout;
  for (let i = 0; i < cutout.width * cutout.height; i++) {
    const alpha = data[i * 4 + 3] as number;
    if (alpha === 0) continue;
    for (let c = 0; c < 3; c++) {
      const own = data[i * 4 + c] as number;
      const under = rgb[i * 3 + c] as number;
      rgb[i * 3 + c] = alpha === 255 ? own : under + ((own - under) * alpha) / 255 + 0.5;
    }
  }
}
