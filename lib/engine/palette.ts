import { oklch } from "./math/color.ts";
import type { Palette } from "./scene-spec.ts";

/** A family of plaster colours around one hue (degrees); `chroma` 1 is pastel, 0 white, 2 strong; `lightness` shifts all. */
export function paletteOf(hue: number, chroma = 1, lightness = 0): Palette {
  const tone = (l: number, c: number, h: number) => oklch(Math.min(0.985, l + lightness), c * chroma, hue + h);
  return {
    hue,
    wall: tone(0.86, 0.055, 0),
    floor: tone(0.845, 0.055, 3),
    support: tone(0.93, 0.022, 18),
    accent: tone(0.78, 0.09, -4),
    deep: tone(0.62, 0.105, -10),
  };
}
